import { reactive } from 'vue';
import { as_refusal, Refusal } from '@/api/client';
import { kLargestFile, send_answers, send_file, type ImportAnswer, type ImportOptions } from '@/api/imports';

/** A file on its way: what was understood of it, what was answered, whether it is in the ledger. */
export interface Batch {
  id: number;
  file: File;
  answer: ImportAnswer | null;
  answers: Record<string, string>;
  refusal: Refusal | null;
  busy: boolean;
}

/** What was dropped, newest first; it stays while one looks at other pages. */
export const batches = reactive<Batch[]>([]);
let taken = 0;

export const too_large = (): Refusal =>
  new Refusal(413, '文件超过 50 MB，请核对是否放错文件', 'the file is larger than 50 MB; is it the right one?');

export async function take(file: File, options: ImportOptions): Promise<void> {
  batches.unshift({ id: ++taken, file, answer: null, answers: {}, refusal: null, busy: false });
  const batch = batches[0] as Batch;
  if (file.size > kLargestFile) batch.refusal = too_large();
  else await during(batch, () => send_file(file, { ...options, dry_run: true }));
}

/** Once more, as a dry run or into the ledger. The service forgets old files; then the file goes up again. */
export async function again(batch: Batch, options: ImportOptions): Promise<void> {
  await during(batch, async () => {
    const known = batch.answer?.id;
    if (!known) return send_file(batch.file, options);
    try {
      return await send_answers(known, batch.answers, options);
    } catch (cause) {
      if (!(cause instanceof Refusal) || cause.status !== 404) throw cause;
      const anew = await send_file(batch.file, { ...options, dry_run: true });
      return await send_answers(anew.id, batch.answers, options);
    }
  });
}

async function during(batch: Batch, step: () => Promise<ImportAnswer>): Promise<void> {
  batch.busy = true;
  batch.refusal = null;
  try {
    batch.answer = await step();
  } catch (cause) {
    batch.refusal = as_refusal(cause);
  } finally {
    batch.busy = false;
  }
}

export function drop(batch: Batch): void {
  const place = batches.indexOf(batch);
  if (place >= 0) batches.splice(place, 1);
}
