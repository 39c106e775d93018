import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick } from 'vue';
import { cell_of, changed_cells } from '@/domain/cells';
import { find_draft } from '@/stores/drafts';
import { use_editing } from '@/stores/editing';

interface Sent {
  method: string;
  address: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}
let sent: Sent[] = [];
let answers: ({ status: number; body: unknown } | Error)[] = [];
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 12; ++turn) await nextTick();
};
const last = (): Sent => sent[sent.length - 1] as Sent;

beforeEach(() => {
  sent = [];
  answers = [{ status: 200, body: { project: 'P0001', seq: 5, rows: [{ kind: 'energy', part: '', revision: 5, values: { state: 'submitted', submitted_on: '2023-01-05' } }] } }];
  localStorage.clear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    sent.push({ method: init.method ?? 'GET', address, headers: init.headers as Record<string, string>, body: JSON.parse(String(init.body ?? '{}')) });
    const answer = answers.shift() ?? new Error('nobody there');
    if (answer instanceof Error) throw answer;
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function opened() {
  const scope = effectScope();
  const editing = scope.run(() => use_editing('P0001', 'energy', '')) as ReturnType<typeof use_editing>;
  await settle();
  return { editing, stop: () => scope.stop() };
}
const written = (revision: number) => ({
  status: 200,
  body: { seq: revision, repeated: false, undo: revision, rows: [{ project: 'P0001', kind: 'energy', part: '', revision, fields: ['state'] }], messages: [] },
});

describe('cells', () => {
  it.each([
    [{ state: 'finished' }, { state: 'submitted' }, { state: 'finished' }],
    [{ state: ' ' }, { state: 'submitted' }, {}],
    [{ note: ' x ' }, {}, { note: 'x' }],
    [{ state: 'submitted' }, { state: 'submitted' }, {}],
  ])('typed %j over %j changes %j', (typed, standing, changed) => {
    expect(changed_cells(typed, standing)).toEqual(changed);
  });

  it.each([
    ['/finished_on', 'finished_on'],
    ['/cells/0/finished_on', 'finished_on'],
    ['/x', undefined],
    [undefined, undefined],
  ])('a pointer %s means %s', (pointer, name) => {
    expect(cell_of(pointer)).toBe(name);
  });
});

describe('filling in', () => {
  it('sends only what changed, with the revision that was seen, and says that it is saved', async () => {
    const { editing, stop } = await opened();
    editing.typed.state = 'in_review';
    editing.keep();
    expect(editing.fate_of('state')).toBe('waiting');
    answers = [written(6)];
    await editing.save();
    expect(last()).toMatchObject({ method: 'PATCH', address: '/api/v1/projects/P0001/procedures/energy', body: { state: 'in_review' } });
    expect(last().body).toEqual({ state: 'in_review' });
    expect(last().headers['If-Match']).toBe('"5"');
    expect(editing.fate_of('state')).toBe('saved');
    expect(find_draft('', 'P0001/energy/')).toBeNull();
    stop();
  });

  it('keeps what could not be sent, tries again with the same key, and finds it after a new start', async () => {
    const { editing, stop } = await opened();
    editing.typed.note = '电话核实';
    editing.keep();
    await editing.save();
    expect(editing.is_unsent.value).toBe(true);
    const key = last().headers['Idempotency-Key'];
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent.filter((one) => one.method === 'PATCH').map((one) => one.headers['Idempotency-Key'])).toEqual([key, key]);
    stop();
    answers = [{ status: 200, body: { project: 'P0001', seq: 9, rows: [{ kind: 'energy', part: '', revision: 9, values: { state: 'submitted' } }] } }];
    const { editing: later, stop: stop_later } = await opened();
    expect(later.typed.note).toBe('电话核实');
    answers = [written(10)];
    await later.save();
    expect(last().headers).toMatchObject({ 'If-Match': '"5"', 'Idempotency-Key': key });
    stop_later();
  });

  it('shows both values when somebody else was faster, and writes over his only when told to', async () => {
    const { editing, stop } = await opened();
    editing.typed.state = 'finished';
    editing.keep();
    const conflict = { project: 'P0001', kind: 'energy', part: '', field: 'state', yours: 'finished', theirs: 'rejected', revision: 8 };
    answers = [{ status: 409, body: { title: '别人已改', title_en: 'changed', errors: [], conflicts: [conflict] } }];
    await editing.save();
    expect(editing.fate_of('state')).toBe('conflict');
    expect(editing.theirs.state).toBe('rejected');
    editing.settle('state', 'mine');
    expect(editing.fate_of('state')).toBe('waiting');
    answers = [written(9)];
    await editing.save();
    expect(last().headers['If-Match']).toBe('"8"');
    expect(editing.fate_of('state')).toBe('saved');
    stop();
  });

  it('takes the value of the other when told to, and has nothing left to send', async () => {
    const { editing, stop } = await opened();
    editing.typed.state = 'finished';
    editing.keep();
    answers = [{ status: 409, body: { title: '别人已改', title_en: 'changed', errors: [], conflicts: [{ field: 'state', yours: 'finished', theirs: 'rejected', revision: 8 }] } }];
    await editing.save();
    editing.settle('state', 'theirs');
    expect(editing.typed.state).toBe('rejected');
    expect(editing.is_changed.value).toBe(false);
    expect(find_draft('', 'P0001/energy/')).toBeNull();
    stop();
  });

  it('says at the cell why it was refused, and keeps what was typed', async () => {
    const { editing, stop } = await opened();
    editing.typed.finished_on = '2023-02-31';
    editing.keep();
    answers = [{ status: 422, body: { title: '未予写入', title_en: 'refused', errors: [{ pointer: '/finished_on', detail: '不是某一天', detail_en: 'no day' }] } }];
    await editing.save();
    expect(editing.fate_of('finished_on')).toBe('refused');
    expect(editing.refused.value.get('finished_on')?.detail).toBe('不是某一天');
    expect(find_draft('', 'P0001/energy/')?.typed.finished_on).toBe('2023-02-31');
    editing.typed.finished_on = '2023-02-28';
    editing.keep();
    expect(editing.fate_of('finished_on')).toBe('waiting');
    stop();
  });
});
