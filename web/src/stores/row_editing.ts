import { computed, onScopeDispose, reactive, shallowRef } from 'vue';
import { as_refusal, order, type Reason, type Refusal } from '@/api/client';
import type { components } from '@/api/schema';
import { cell_of, changed_cells } from '@/domain/cells';
import { drop_draft, find_draft, keep_draft } from './drafts';
import { hear_of } from './live';
import { me } from './session';

export type Written = components['schemas']['Written'];
export type Fate = 'waiting' | 'saved' | 'refused' | 'conflict';
type Typed<Name extends string> = Partial<Record<Name, string>>;

const kTryAgainAfter = 20_000;

/** A row of the ledger that somebody fills in: its cells, where they are written, and how they are read anew. */
export interface RowPlace<Name extends string> {
  names: readonly Name[];
  /** Under which its draft is kept. */
  draft: string;
  address: string;
  /** Goes with every write. */
  more?: Record<string, string>;
  load: () => Promise<{ values: Typed<Name>; revision: number }>;
  is_ours: (row: Written['rows'][number]) => boolean;
  /** A value of the ledger as it stands in the field, and back; the same where there is none. */
  shown?: (name: Name, value: string) => string;
  sent?: (name: Name, value: string) => string;
}

/** What stands in the ledger, what was typed, what became of each cell. Nothing that was typed is lost. */
export function use_row<Name extends string>(place: RowPlace<Name>) {
  const account = (): string => me.value?.name ?? '';
  const shown = place.shown ?? ((_: Name, value: string) => value);
  const sent = place.sent ?? ((_: Name, value: string) => value);

  const standing = shallowRef<Typed<Name> | null>(null);
  const typed = reactive<Record<string, string>>({});
  const saved = reactive(new Set<string>());
  const theirs = reactive<Record<string, string>>({});
  const refusal = shallowRef<Refusal | null>(null);
  const notes = shallowRef<Written['messages']>([]);
  const busy = shallowRef(false);
  const reason = shallowRef('');
  const undo_of = shallowRef<number | null>(null);
  let revision = 0;
  let key = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const changed = computed(() => changed_cells(typed as Typed<Name>, standing.value ?? {}, place.names));
  const is_changed = computed(() => Object.keys(changed.value).length > 0);
  const has_conflict = computed(() => Object.keys(theirs).length > 0);
  /** Sent and not answered: it will be tried again. */
  const is_unsent = computed(() => refusal.value?.status === 0);
  const refused = computed(() => new Map<Name | undefined, Reason>((refusal.value?.reasons ?? []).map((one) => [cell_of(one.pointer, place.names), one])));

  function fate_of(name: Name): Fate | null {
    if (theirs[name] !== undefined) return 'conflict';
    if (refused.value.has(name) && !is_unsent.value) return 'refused';
    if (changed.value[name] !== undefined) return 'waiting';
    return saved.has(name) ? 'saved' : null;
  }

  async function load(): Promise<void> {
    try {
      const found = await place.load();
      const values: Typed<Name> = {};
      for (const name of place.names) if (found.values[name]) values[name] = shown(name, found.values[name] as string);
      standing.value = values;
      revision = found.revision;
      for (const name of place.names) typed[name] = values[name] ?? '';
      const draft = find_draft(account(), place.draft);
      if (!draft) return;
      Object.assign(typed, draft.typed);
      [revision, key, reason.value] = [draft.revision, draft.key, draft.reason];
    } catch (cause) {
      refusal.value = as_refusal(cause);
    }
  }

  /** Whatever is typed is kept here first; another write than the last one gets another key. */
  function keep(): void {
    key = crypto.randomUUID();
    refusal.value = null;
    if (is_changed.value) keep_draft(account(), place.draft, { typed: changed.value, revision, key, reason: reason.value });
    else drop_draft(account(), place.draft);
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (busy.value || !is_changed.value) return;
    const cells = changed.value;
    const body: Record<string, string> = { ...place.more, ...(reason.value ? { reason: reason.value } : {}) };
    for (const [name, value] of Object.entries<string>(cells as Record<string, string>)) body[name] = sent(name as Name, value);
    busy.value = true;
    refusal.value = null;
    try {
      take(await order<Written>('PATCH', place.address, body, { 'If-Match': `"${revision}"`, 'Idempotency-Key': (key ||= crypto.randomUUID()) }), cells);
    } catch (cause) {
      refuse(as_refusal(cause));
    } finally {
      busy.value = false;
    }
  }

  function take(written: Written, cells: Typed<Name>): void {
    drop_draft(account(), place.draft);
    key = '';
    notes.value = written.messages;
    undo_of.value = written.undo;
    standing.value = { ...standing.value, ...cells } as Typed<Name>;
    revision = written.rows.find(place.is_ours)?.revision ?? revision;
    for (const name of Object.keys(cells)) saved.add(name);
    hear_of(written.seq);
  }

  function refuse(why: Refusal): void {
    refusal.value = why;
    for (const { field, theirs: value, revision: now } of why.conflicts) {
      theirs[field] = shown(field as Name, value);
      revision = now;
    }
    if (why.conflicts.length) key = '';
    if (why.status === 0) timer = setTimeout(() => void save(), kTryAgainAfter);
  }

  /** Both values are known now; whoever looks at them decides. */
  function settle(name: Name, whose: 'mine' | 'theirs'): void {
    const value = theirs[name] ?? '';
    standing.value = { ...standing.value, [name]: value } as Typed<Name>;
    if (whose === 'theirs') typed[name] = value;
    delete theirs[name];
    if (!has_conflict.value) keep();
  }

  async function take_back(): Promise<void> {
    if (undo_of.value === null) return;
    try {
      const written = await order<Written>('POST', `/api/v1/undo/${undo_of.value}`, undefined, { 'Idempotency-Key': crypto.randomUUID() });
      undo_of.value = null;
      saved.clear();
      hear_of(written.seq);
      await load();
    } catch (cause) {
      refusal.value = as_refusal(cause);
    }
  }

  const on_line = (): void => void (is_unsent.value && save());
  window.addEventListener('online', on_line);
  onScopeDispose(() => {
    clearTimeout(timer);
    window.removeEventListener('online', on_line);
  });
  void load();

  return { standing, typed, theirs, refused, refusal, notes, busy, reason, changed, is_changed, is_unsent, has_conflict, undo_of, fate_of, keep, save, settle, take_back };
}

export type RowEditing<Name extends string> = ReturnType<typeof use_row<Name>>;
