import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick } from 'vue';
import { use_project_editing } from '@/stores/editing';

interface Sent {
  method: string;
  address: string;
  match: string | undefined;
  body: Record<string, string>;
}
let sent: Sent[] = [];
let answer: { status: number; body: unknown };
const project = { id: 'P1', industry: 'fgw', owner: '甲公司', total_investment: '780000000', phone: '139****0000', planned_start: null, content: '' };

beforeEach(() => {
  sent = [];
  localStorage.clear();
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const method = init.method ?? 'GET';
    if (method === 'GET') return new Response(JSON.stringify(address.endsWith('/cells') ? { revision: 7, rows: [] } : { project }));
    sent.push({ method, address, match: (init.headers as Record<string, string>)['If-Match'], body: JSON.parse(String(init.body)) });
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
});
afterEach(() => vi.unstubAllGlobals());

async function opened() {
  const scope = effectScope();
  const editing = scope.run(() => use_project_editing('P1')) as ReturnType<typeof use_project_editing>;
  for (let turn = 0; turn < 20 && !editing.standing.value; ++turn) await new Promise((resolve) => setTimeout(resolve));
  await nextTick();
  return { editing, stop: () => scope.stop() };
}

describe('the data of a project', () => {
  it('stands in its fields, money in 亿元, a covered phone number not at all', async () => {
    const { editing, stop } = await opened();
    expect(editing.typed).toMatchObject({ owner: '甲公司', industry_department: 'fgw', total_investment: '7.8', phone: '', planned_start: '' });
    expect(editing.is_changed.value).toBe(false);
    stop();
  });

  it('is sent as what changed, in yuan', async () => {
    const { editing, stop } = await opened();
    editing.typed.total_investment = '8';
    editing.keep();
    answer = { status: 200, body: { seq: 8, repeated: false, undo: null, messages: [], rows: [{ project: 'P1', kind: null, part: '', revision: 8, fields: ['total_investment'] }] } };
    await editing.save();
    expect(sent).toEqual([{ method: 'PATCH', address: '/api/v1/projects/P1', match: '"7"', body: { total_investment: '800000000' } }]);
    expect(editing.fate_of('total_investment')).toBe('saved');
    editing.typed.owner = '乙公司';
    await editing.save();
    expect(sent[1]?.match).toBe('"8"');
    stop();
  });

  it('shows the money of somebody else as it stands in the field', async () => {
    const { editing, stop } = await opened();
    editing.typed.total_investment = '8';
    editing.keep();
    answer = { status: 409, body: { title: '已改', title_en: 'changed', errors: [], conflicts: [{ project: 'P1', kind: null, part: '', field: 'total_investment', yours: '800000000', theirs: '900000000', revision: 9 }] } };
    await editing.save();
    expect(editing.theirs.total_investment).toBe('9');
    editing.settle('total_investment', 'theirs');
    expect(editing.typed.total_investment).toBe('9');
    expect(editing.is_changed.value).toBe(false);
    stop();
  });
});
