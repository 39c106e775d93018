import { computed, onScopeDispose, shallowReactive, shallowRef } from 'vue';
import { as_refusal, ask, order, question, type Conflict, type Refusal } from '@/api/client';
import type { components } from '@/api/schema';
import { cell_at, type Placed } from '@/domain/block';
import type { CellName, Cells } from '@/domain/cells';
import { drop_draft, find_draft, keep_draft } from './drafts';
import { hear_of } from './live';
import { me } from './session';

export type Row = components['schemas']['UnitCells']['rows'][number];
type Written = components['schemas']['Written'];
type Preview = components['schemas']['BlockPreview'];
type Said = Preview['refused'][number];

/** One pasted cell: where it goes, the row's revision as it was seen, what became of it. */
export interface Pending {
  project: string;
  kind: string;
  part: string;
  field: CellName;
  value: string;
  /** As it stood when it was pasted over. */
  before: string;
  revision: number;
  /** As it will stand there, read as the ledger reads it; null until that is known. */
  after: string | null;
  refused: Said | null;
  /** What somebody else has written there since, and the row's revision with it. */
  theirs: string | null;
  newest: number;
}

export const row_key = (one: { project: string; kind: string; part: string }): string => `${one.project}/${one.kind}/${one.part}`;
const cell_key = (one: { project: string; kind: string; part: string; field: string }): string => `${row_key(one)}|${one.field}`;
const kTryAgainAfter = 20_000;

/** A block of cells of one unit: pasted, tried, written whole or not at all, taken back as one. What was pasted is kept here until it is written. */
export function use_block(unit: string) {
  const account = (): string => me.value?.name ?? '';
  const draft_name = `block/${unit}`;
  const rows = shallowRef<Row[] | null>(null);
  const pending = shallowReactive(new Map<string, Pending>());
  const refusal = shallowRef<Refusal | null>(null);
  const notes = shallowRef<Said[]>([]);
  const busy = shallowRef(false);
  const reason = shallowRef('');
  const undo_of = shallowRef<number | null>(null);
  const written = shallowRef(0);
  let key = '';
  const trying = shallowRef(false);
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const cells = computed(() => [...pending.values()]);
  const refused = computed(() => cells.value.filter((one) => one.refused));
  const conflicts = computed(() => cells.value.filter((one) => one.theirs !== null));
  const is_unsent = computed(() => refusal.value?.status === 0);
  const can_save = computed(() => cells.value.length > 0 && !refused.value.length && !conflicts.value.length && !busy.value && !trying.value);

  async function load(): Promise<void> {
    try {
      rows.value = (await ask<components['schemas']['UnitCells']>(question('/api/v1/cells', { responsible: unit }).address)).rows;
      if (!pending.size) restore();
      if (pending.size) await try_out();
    } catch (cause) {
      refusal.value = as_refusal(cause);
    }
  }

  function restore(): void {
    const draft = find_draft(account(), draft_name);
    if (!draft) return;
    for (const [place, value] of Object.entries(draft.typed)) {
      const [project, kind, part, field, revision, before] = JSON.parse(place) as [string, string, string, CellName, number, string];
      put({ project, kind, part }, field, value ?? '', before, revision);
    }
    [key, reason.value] = [draft.key, draft.reason];
  }

  function put({ project, kind, part }: Pick<Row, 'project' | 'kind' | 'part'>, field: CellName, value: string, before: string, revision: number): void {
    const one: Pending = { project, kind, part, field, value, before, revision, after: null, refused: null, theirs: null, newest: revision };
    pending.set(cell_key(one), one);
  }

  /** What is pasted is kept here first; another block than the last one gets another key. */
  function keep(): void {
    key = crypto.randomUUID();
    written.value = 0;
    const typed = Object.fromEntries(cells.value.map((one) => [JSON.stringify([one.project, one.kind, one.part, one.field, one.revision, one.before]), one.value]));
    if (pending.size) keep_draft(account(), draft_name, { typed, revision: 0, key, reason: reason.value });
    else drop_draft(account(), draft_name);
  }

  async function paste(placed: readonly Placed[], shown: readonly Row[]): Promise<void> {
    for (const { row, field, value } of placed) {
      const target = shown[row];
      if (!target) continue;
      const before = (target.values as Cells)[field] ?? '';
      if (before === value) pending.delete(cell_key({ ...target, field }));
      else put(target, field, value, before, target.revision);
    }
    keep();
    await try_out();
  }

  async function leave_out(one: Pending): Promise<void> {
    pending.delete(cell_key(one));
    keep();
    await try_out();
  }

  function leave_all_out(): void {
    pending.clear();
    refusal.value = null;
    notes.value = [];
    keep();
  }

  const body = (): object => ({
    cells: cells.value.map(({ project, kind, part, field, value, revision }) => ({ project, kind, part, field, value, revision })),
    ...(reason.value ? { reason: reason.value } : {}),
  });

  /** What the block would do, cell by cell. An answer that a later question has overtaken is not looked at. */
  async function try_out(): Promise<void> {
    const mine = ++asked;
    const sent = cells.value;
    refusal.value = null;
    trying.value = sent.length > 0;
    if (!sent.length) return;
    try {
      const preview = await order<Preview>('POST', '/api/v1/cells/preview', body());
      if (mine === asked) take_preview(preview, sent);
    } catch (cause) {
      if (mine === asked) refusal.value = as_refusal(cause);
    } finally {
      if (mine === asked) trying.value = false;
    }
  }

  function take_preview(preview: Preview, sent: readonly Pending[]): void {
    const refusals = new Map(preview.refused.map((one) => [sent[cell_at(one.pointer) ?? -1], one] as const));
    const changes = new Map(preview.changes.map((one) => [cell_key(one), one.after] as const));
    for (const one of sent) pending.set(cell_key(one), { ...one, refused: refusals.get(one) ?? null, after: changes.get(cell_key(one)) ?? null });
    notes.value = preview.messages;
    take_conflicts(preview.conflicts);
  }

  /** Where the cell stands as it was pasted over, only its row is newer; where it was changed, both values stand. */
  function take_conflicts(list: readonly Conflict[]): void {
    for (const { project, kind, part, field, theirs, revision } of list) {
      const found = pending.get(cell_key({ project, kind: kind ?? '', part, field }));
      if (!found) continue;
      const same = theirs === found.before;
      pending.set(cell_key(found), { ...found, newest: revision, revision: same ? revision : found.revision, theirs: same ? null : theirs });
    }
    if (!list.length) return;
    keep();
    if (!conflicts.value.length) void try_out();
  }

  async function settle(one: Pending, whose: 'mine' | 'theirs'): Promise<void> {
    const at = cell_key(one);
    if (whose === 'theirs') pending.delete(at);
    else pending.set(at, { ...one, theirs: null, after: null, before: one.theirs ?? one.before, revision: one.newest });
    keep();
    if (!conflicts.value.length) await try_out();
  }

  /** What is still asked was asked before the block was written. */
  function overtake(): void {
    asked += 1;
    trying.value = false;
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (!can_save.value) return;
    busy.value = true;
    refusal.value = null;
    const count = pending.size;
    try {
      const answer = await order<Written>('POST', '/api/v1/cells', body(), { 'Idempotency-Key': (key ||= crypto.randomUUID()) });
      overtake();
      drop_draft(account(), draft_name);
      key = '';
      [written.value, undo_of.value, notes.value] = [count, answer.undo, answer.messages];
      pending.clear();
      hear_of(answer.seq);
      await load();
    } catch (cause) {
      refuse(as_refusal(cause));
    } finally {
      busy.value = false;
    }
  }

  function refuse(why: Refusal): void {
    refusal.value = why;
    if (why.status === 0) timer = setTimeout(() => void save(), kTryAgainAfter);
    else if (why.status === 409 || why.status === 422) void try_out();
  }

  async function take_back(): Promise<void> {
    if (undo_of.value === null) return;
    try {
      const answer = await order<Written>('POST', `/api/v1/undo/${undo_of.value}`, undefined, { 'Idempotency-Key': crypto.randomUUID() });
      [undo_of.value, written.value] = [null, 0];
      hear_of(answer.seq);
      await load();
    } catch (cause) {
      refusal.value = as_refusal(cause);
    }
  }

  const on_line = (): void => void (is_unsent.value && pending.size && try_out());
  window.addEventListener('online', on_line);
  onScopeDispose(() => {
    clearTimeout(timer);
    window.removeEventListener('online', on_line);
  });

  const find = (row: Row, field: CellName): Pending | undefined => pending.get(cell_key({ ...row, field }));
  return { rows, cells, refused, conflicts, refusal, notes, busy, reason, undo_of, written, is_unsent, can_save, load, paste, leave_out, leave_all_out, settle, save, take_back, find, keep };
}

export type BlockEditing = ReturnType<typeof use_block>;
