import { ask, order, order_headers } from './client';
import type { components } from './schema';

export type EvidenceDocument = components['schemas']['Document'];
export type EvidenceFile = components['schemas']['EvidenceFile'];
export type PaperKind = components['schemas']['PaperKind'];
type Upload = components['schemas']['Upload'];

/** The service's own limit, said before the bytes are sent in vain. */
export const kLargestEvidence = 50 * 1024 * 1024;
/** What a file picker offers; the service looks at the bytes. */
export const kEvidenceEndings = '.pdf,.ofd,.jpg,.jpeg,.png,.docx,.xlsx';
const kPiece = 2 * 1024 * 1024;

/** Sends a file in pieces; gives the upload that a paper names. `told` hears which share of it has arrived. */
export async function send_evidence(file: File, told: (share: number) => void): Promise<string> {
  const { upload } = await order<Upload>('POST', '/api/v1/uploads', { name: file.name, size: file.size });
  for (let offset = 0; offset < file.size; offset += kPiece) {
    const piece = file.slice(offset, offset + kPiece);
    const headers = { ...order_headers(), 'Content-Type': 'application/octet-stream' };
    await ask<Upload>(`/api/v1/uploads/${upload}?offset=${offset}`, { method: 'PUT', headers, body: piece });
    told(Math.min(1, (offset + piece.size) / file.size));
  }
  return upload;
}

/** The bytes of a file as something that a page can show: of the kind that the service has found, whatever they are. */
export async function load_evidence(file: EvidenceFile): Promise<Blob> {
  const response = await fetch(file.href);
  if (!response.ok) throw new Error(String(response.status));
  return new Blob([await response.arrayBuffer()], { type: file.media_type });
}
