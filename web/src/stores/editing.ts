import { computed, onScopeDispose, reactive, shallowRef } from 'vue';
import { as_refusal, ask, order, type Refusal } from '@/api/client';
import type { components } from '@/api/schema';
import { cell_of, changed_cells, kCells, type CellName, type Cells } from '@/domain/cells';
import { drop_draft, find_draft, keep_draft } from './drafts';
import { hear_of } from './live';
import { me } from './session';

type Written = components['schemas']['Written'];
type Rows = components['schemas']['CellRows'];
export type Fate = 'waiting' | 'saved' | 'refused' | 'conflict';

const kTryAgainAfter = 20_000;

/** One procedure part under the hands of a clerk: what stands in the ledger, what was typed, what became of each cell. */
export function use_editing(project: string, kind: string, part: string) {
  const address = `/api/v1/projects/${encodeURIComponent(project)}/procedures/${encodeURIComponent(kind)}`;
  const row = `${project}/${kind}/${part}`;
  const account = (): string => me.value?.name ?? '';

  const standing = shallowRef<Cells | null>(null);
  const typed = reactive<Cells>({});
  const saved = reactive(new Set<CellName>());
  const theirs = reactive<Cells>({});
  const refusal = shallowRef<Refusal | null>(null);
  const notes = shallowRef<Written['messages']>([]);
  const busy = shallowRef(false);
  const reason = shallowRef('');
  const undo_of = shallowRef<number | null>(null);
  let revision = 0;
  let key = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const changed = computed(() => changed_cells(typed, standing.value ?? {}));
  const is_changed = computed(() => Object.keys(changed.value).length > 0);
  /** Sent and not answered: it will be tried again. */
  const is_unsent = computed(() => refusal.value?.status === 0);
  const refused = computed(() => new Map((refusal.value?.reasons ?? []).map((one) => [cell_of(one.pointer), one] as const)));

  function fate_of(name: CellName): Fate | null {
    if (theirs[name] !== undefined) return 'conflict';
    if (refused.value.has(name) && !is_unsent.value) return 'refused';
    if (changed.value[name] !== undefined) return 'waiting';
    return saved.has(name) ? 'saved' : null;
  }

  async function load(): Promise<void> {
    try {
      const { rows } = await ask<Rows>(address);
      const found = rows.find((one) => one.part === part) ?? { values: {}, revision: 0 };
      standing.value = found.values as Cells;
      revision = found.revision;
      for (const name of kCells) typed[name] = standing.value[name] ?? '';
      const draft = find_draft(account(), row);
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
    if (is_changed.value) keep_draft(account(), row, { typed: changed.value, revision, key, reason: reason.value });
    else drop_draft(account(), row);
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (busy.value || !is_changed.value) return;
    const cells = changed.value;
    busy.value = true;
    refusal.value = null;
    try {
      const body = { ...cells, ...(part ? { part } : {}), ...(reason.value ? { reason: reason.value } : {}) };
      take(await order<Written>('PATCH', address, body, { 'If-Match': `"${revision}"`, 'Idempotency-Key': (key ||= crypto.randomUUID()) }), cells);
    } catch (cause) {
      refuse(as_refusal(cause));
    } finally {
      busy.value = false;
    }
  }

  function take(written: Written, cells: Cells): void {
    drop_draft(account(), row);
    key = '';
    notes.value = written.messages;
    undo_of.value = written.undo;
    standing.value = { ...standing.value, ...cells };
    revision = written.rows.find((one) => one.kind === kind && one.part === part)?.revision ?? revision;
    for (const name of Object.keys(cells) as CellName[]) saved.add(name);
    hear_of(written.seq);
  }

  function refuse(why: Refusal): void {
    refusal.value = why;
    for (const { field, theirs: value, revision: now } of why.conflicts) {
      theirs[field as CellName] = value;
      revision = now;
    }
    if (why.conflicts.length) key = '';
    if (why.status === 0) timer = setTimeout(() => void save(), kTryAgainAfter);
  }

  /** Both values are known now; whoever looks at them decides. */
  function settle(name: CellName, whose: 'mine' | 'theirs'): void {
    const value = theirs[name] ?? '';
    standing.value = { ...standing.value, [name]: value };
    if (whose === 'theirs') typed[name] = value;
    delete theirs[name];
    if (!Object.keys(theirs).length) keep();
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

  return { standing, typed, theirs, refused, refusal, notes, busy, reason, changed, is_changed, is_unsent, undo_of, fate_of, keep, save, settle, take_back };
}
