import { address_of, ask, order_headers } from './client';
import type { components } from './schema';

export type ImportAnswer = components['schemas']['ImportAnswer'];
export type ImportMessage = components['schemas']['Message'];
export type ImportQuestion = ImportAnswer['questions'][number];
export type ImportTable = ImportAnswer['files'][number];

export interface ImportOptions {
  dry_run: boolean;
  unit?: string | undefined;
  dekad?: string | undefined;
  policy: 'all_or_nothing' | 'good_rows';
  reason?: string | undefined;
}

/** The service's own limit, said before the bytes are sent in vain. */
export const kLargestFile = 50 * 1024 * 1024;

/** A returned workbook as it is, with its name; a dry run unless said otherwise. */
export function send_file(file: File, options: ImportOptions): Promise<ImportAnswer> {
  return ask(address_of('/imports', {}, { ...options }), {
    method: 'POST',
    headers: { ...order_headers(), 'X-File-Name': encodeURIComponent(file.name), 'Content-Type': 'application/octet-stream' },
    body: file,
  });
}

/** The same file once more, which the service kept, with answers to its questions. */
export function send_answers(id: string, answers: Record<string, string>, options: ImportOptions): Promise<ImportAnswer> {
  const { dry_run, policy, reason } = options;
  return ask(address_of('/imports/{id}', { id }, { dry_run, policy, reason }), {
    method: 'POST',
    headers: { ...order_headers(), 'Content-Type': 'application/json' },
    body: JSON.stringify({ answers }),
  });
}
