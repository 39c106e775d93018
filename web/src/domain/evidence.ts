import type { EvidenceDocument, PaperKind } from '@/api/evidence';

/** Papers that show what was claimed. */
export const kPapers: PaperKind[] = ['approval', 'acceptance', 'handing_up', 'opinion', 'certificate', 'letter', 'photograph', 'other'];

/** Bytes as people say them. */
export function size_text(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

/** Those about one procedure part; for an empty kind those about the project as a whole. */
export const documents_about = (documents: EvidenceDocument[], project: string, kind: string, part: string): EvidenceDocument[] =>
  documents.filter(({ about }) => about.some((place) => place.project === project && (place.kind ?? '') === kind && place.part === part));
