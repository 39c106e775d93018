import { reactive, shallowRef } from 'vue';
import { as_refusal, order, type Refusal } from '@/api/client';
import type { components } from '@/api/schema';
import { item_of, key_of, type ReviewRow } from '@/domain/reviews';
import { hear_of } from './live';

type Written = components['schemas']['Written'];
export type Item = components['schemas']['Reviews']['items'][number];

/** Decisions of the line review: all that were sent are taken, or none, and each that stands in the way is named. */
export function use_reviewing() {
  const busy = shallowRef(false);
  const refusal = shallowRef<Refusal | null>(null);
  /** Why a row was refused, by its key. */
  const refused = reactive(new Map<string, { detail: string; detail_en?: string | undefined }>());
  const taken = shallowRef(0);
  let key = '';
  let last = '';

  /** The same decisions again, after an answer that was lost, are not taken twice. */
  function key_for(items: Item[]): string {
    const words = JSON.stringify(items);
    if (words !== last || !key) key = crypto.randomUUID();
    last = words;
    return key;
  }

  async function decide(rows: ReviewRow[], item: Omit<Item, 'project' | 'kind' | 'part'>): Promise<boolean> {
    if (busy.value || !rows.length) return false;
    const items = rows.map(({ project, kind, part }) => ({ project, kind, part, ...item }));
    busy.value = true;
    refusal.value = null;
    refused.clear();
    taken.value = 0;
    try {
      const written = await order<Written>('POST', '/api/v1/reviews', { items }, { 'Idempotency-Key': key_for(items) });
      key = '';
      taken.value = items.length;
      hear_of(written.seq);
      return true;
    } catch (cause) {
      refuse(as_refusal(cause), rows);
      return false;
    } finally {
      busy.value = false;
    }
  }

  function refuse(why: Refusal, rows: ReviewRow[]): void {
    refusal.value = why;
    for (const reason of why.reasons) {
      const row = rows[item_of(reason.pointer) ?? -1];
      if (row) refused.set(key_of(row), reason);
    }
  }

  return { busy, refusal, refused, taken, decide };
}
