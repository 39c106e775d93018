import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { find_draft } from '@/stores/drafts';
import { use_block } from '@/stores/block_editing';

interface Waiting {
  address: string;
  body: { cells?: { value: string; revision: number }[] };
  answer: (body: unknown, status?: number) => void;
}
let waiting: Waiting[] = [];
const row = { project: 'P1', name: '甲', kind: 'energy', part: '', revision: 4, values: { note: '原来' } };
const nothing = { seq: 4, changes: [], refused: [], messages: [], conflicts: [] };
const written = { seq: 9, repeated: false, undo: 9, rows: [], messages: [] };
const conflict = (theirs: string, revision: number) => ({ project: 'P1', kind: 'energy', part: '', field: 'note', yours: '我的', theirs, revision });

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
/** The next request to this address, once it was sent. */
async function next(address: string): Promise<Waiting> {
  for (let tries = 0; tries < 200; ++tries) {
    const place = waiting.findIndex((one) => one.address.split('?')[0] === address);
    if (place >= 0) return waiting.splice(place, 1)[0] as Waiting;
    await turn();
  }
  throw new Error(`nobody asked ${address}`);
}

beforeEach(() => {
  waiting = [];
  localStorage.clear();
  vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
    new Promise<Response>((resolve) => {
      const answer = (body: unknown, status = 200): void => resolve(new Response(JSON.stringify(body), { status }));
      waiting.push({ address, body: JSON.parse(String(init.body ?? '{}')), answer });
    }),
  );
});
afterEach(() => vi.unstubAllGlobals());

async function opened() {
  const scope = effectScope();
  const block = scope.run(() => use_block('150402')) as ReturnType<typeof use_block>;
  const loading = block.load();
  (await next('/api/v1/cells')).answer({ seq: 4, rows: [row] });
  await loading;
  return { block, stop: () => scope.stop() };
}

async function pasted() {
  const { block, stop } = await opened();
  void block.paste([{ row: 0, field: 'note', value: '我的' }], block.rows.value ?? []);
  (await next('/api/v1/cells/preview')).answer(nothing);
  await turn();
  return { block, stop };
}

describe('a block', () => {
  it('is written only after it was tried, and kept until it is written', async () => {
    const { block, stop } = await opened();
    void block.paste([{ row: 0, field: 'note', value: '我的' }], block.rows.value ?? []);
    expect(block.can_save.value).toBe(false);
    expect(find_draft('', 'block/150402')).not.toBeNull();
    (await next('/api/v1/cells/preview')).answer(nothing);
    await turn();
    expect(block.can_save.value).toBe(true);
    void block.save();
    const sent = await next('/api/v1/cells');
    expect(sent.body.cells).toMatchObject([{ value: '我的', revision: 4 }]);
    sent.answer(written);
    (await next('/api/v1/cells')).answer({ seq: 9, rows: [{ ...row, revision: 9 }] });
    await turn();
    expect(block.written.value).toBe(1);
    expect(find_draft('', 'block/150402')).toBeNull();
    stop();
  });

  it('pays no heed to an answer that was asked for before it was written', async () => {
    const { block, stop } = await pasted();
    void block.save();
    const sent = await next('/api/v1/cells');
    // A page that heard of another commit asks anew while the block is on its way.
    void block.load();
    (await next('/api/v1/cells')).answer({ seq: 4, rows: [row] });
    const late = await next('/api/v1/cells/preview');
    sent.answer(written);
    (await next('/api/v1/cells')).answer({ seq: 9, rows: [{ ...row, revision: 9 }] });
    await turn();
    late.answer({ ...nothing, conflicts: [conflict('我的', 9)] });
    await turn();
    expect(block.written.value).toBe(1);
    expect(block.cells.value).toEqual([]);
    expect(waiting).toEqual([]);
    stop();
  });

  it('takes a newer row where its cell was not changed, and shows both values where it was', async () => {
    const { block, stop } = await opened();
    void block.paste([{ row: 0, field: 'note', value: '我的' }], block.rows.value ?? []);
    (await next('/api/v1/cells/preview')).answer({ ...nothing, conflicts: [conflict('原来', 6)] });
    const again = await next('/api/v1/cells/preview');
    expect(again.body.cells).toMatchObject([{ revision: 6 }]);
    again.answer({ ...nothing, conflicts: [conflict('他的', 7)] });
    await turn();
    expect(block.conflicts.value.map((one) => one.theirs)).toEqual(['他的']);
    expect(block.can_save.value).toBe(false);
    void block.settle(block.conflicts.value[0] as (typeof block.conflicts.value)[number], 'mine');
    const last = await next('/api/v1/cells/preview');
    expect(last.body.cells).toMatchObject([{ value: '我的', revision: 7 }]);
    last.answer(nothing);
    await turn();
    expect(block.can_save.value).toBe(true);
    stop();
  });
});
