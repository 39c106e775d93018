/** Reads single files out of a zip, as the browser itself inflates them. For papers that this program wrote. */

const kEnd = 0x06054b50;
const kEntry = 0x02014b50;
const kStored = 0;
const kDeflated = 8;
/** A paper is some hundred kilobytes; nobody's browser shall unpack a bomb. */
const kLargest = 16 * 1024 * 1024;

interface Entry {
  method: number;
  packed: number;
  unpacked: number;
  at: number;
}

export class Zip {
  private readonly view: DataView;
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.find_end();
    let at = this.view.getUint32(end + 16, true);
    for (let left = this.view.getUint16(end + 10, true); left > 0; --left) at = this.read_entry(at);
  }

  /** The text of a file; null when there is none of that name. */
  async text(name: string): Promise<string | null> {
    const entry = this.entries.get(name);
    if (!entry) return null;
    if (entry.unpacked > kLargest) throw new Error(`${name} is too large`);
    const start = entry.at + 30 + this.view.getUint16(entry.at + 26, true) + this.view.getUint16(entry.at + 28, true);
    const packed = this.bytes.slice(start, start + entry.packed);
    if (entry.method === kStored) return new TextDecoder().decode(packed);
    if (entry.method !== kDeflated) throw new Error(`${name} is packed in an unknown way`);
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Response(stream).text();
  }

  private find_end(): number {
    for (let at = this.bytes.length - 22; at >= 0; --at) if (this.view.getUint32(at, true) === kEnd) return at;
    throw new Error('not a zip');
  }

  private read_entry(at: number): number {
    if (this.view.getUint32(at, true) !== kEntry) throw new Error('damaged zip');
    const name_length = this.view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(this.bytes.subarray(at + 46, at + 46 + name_length));
    this.entries.set(name, {
      method: this.view.getUint16(at + 10, true),
      packed: this.view.getUint32(at + 20, true),
      unpacked: this.view.getUint32(at + 24, true),
      at: this.view.getUint32(at + 42, true),
    });
    return at + 46 + name_length + this.view.getUint16(at + 30, true) + this.view.getUint16(at + 32, true);
  }
}

export const can_unzip = (): boolean => typeof DecompressionStream !== 'undefined';
