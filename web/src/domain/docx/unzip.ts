import { unzipSync } from 'fflate';

/** A paper is some hundred kilobytes; nobody's browser shall unpack a bomb. */
const kLargest = 16 * 1024 * 1024;

/** The texts of the named files in a zip; what is not in it is left out. */
export function read_texts(bytes: Uint8Array, names: string[]): Map<string, string> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Error('not a zip');
  const files = unzipSync(bytes, {
    filter: (file) => {
      if (!names.includes(file.name)) return false;
      if (file.originalSize > kLargest) throw new Error(`${file.name} is too large`);
      return true;
    },
  });
  return new Map(Object.entries(files).map(([name, content]) => [name, new TextDecoder().decode(content)]));
}
