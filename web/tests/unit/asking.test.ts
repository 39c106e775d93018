import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import { Refusal } from '@/api/client';
import { use_answer, type Asked } from '@/api/use_answer';
import { hear_of } from '@/stores/live';

interface Open {
  address: string;
  answer: (body: unknown, status?: number) => void;
}

let open: Open[] = [];
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; ++turn) await nextTick();
};

beforeEach(() => {
  open = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
    new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(Object.assign(new Error('aborted'), { name: 'AbortError' })));
      open.push({ address, answer: (body, status = 200) => resolve(new Response(JSON.stringify(body), { status })) });
    }),
  );
});
afterEach(() => vi.unstubAllGlobals());

function asked(address: () => string | null): { asked: Asked<{ seq?: number; name: string }>; stop: () => void } {
  const scope = effectScope();
  const result = scope.run(() => use_answer<{ seq?: number; name: string }>(() => {
    const wanted = address();
    return wanted ? { address: wanted } : null;
  }));
  return { asked: result as Asked<{ seq?: number; name: string }>, stop: () => scope.stop() };
}

describe('a question of a page', () => {
  it('is asked at once, and anew when it changes; what stands there stays meanwhile', async () => {
    const address = ref('/a');
    const { asked: page, stop } = asked(() => address.value);
    expect(page.loading.value).toBe(true);
    open[0]?.answer({ name: 'first' });
    await settle();
    expect(page.body.value?.name).toBe('first');
    address.value = '/b';
    await settle();
    expect(open.map((one) => one.address)).toEqual(['/a', '/b']);
    expect(page.body.value?.name).toBe('first');
    open[1]?.answer({ name: 'second' });
    await settle();
    expect(page.body.value?.name).toBe('second');
    expect(page.loading.value).toBe(false);
    stop();
  });

  it('does not show the answer to an older question', async () => {
    const address = ref('/a');
    const { asked: page, stop } = asked(() => address.value);
    address.value = '/b';
    await settle();
    open[1]?.answer({ name: 'new' });
    await settle();
    open[0]?.answer({ name: 'old' });
    await settle();
    expect(page.body.value?.name).toBe('new');
    stop();
  });

  it('is asked anew when the journal grew', async () => {
    hear_of(1_000);
    const { asked: page, stop } = asked(() => '/a');
    open[0]?.answer({ name: 'before', seq: 1_000 });
    await settle();
    hear_of(1_001);
    await settle();
    expect(open).toHaveLength(2);
    open[1]?.answer({ name: 'after', seq: 1_001 });
    await settle();
    expect(page.body.value?.name).toBe('after');
    expect(open).toHaveLength(2);
    stop();
  });

  it('tells every reason of a refusal and shows nothing older under it', async () => {
    const address = ref('/a');
    const { asked: page, stop } = asked(() => address.value);
    open[0]?.answer({ name: 'good' });
    await settle();
    address.value = '/b';
    await settle();
    open[1]?.answer({ title: '请求的参数不对', title_en: 'wrong', errors: [{ detail: '甲' }, { detail: '乙' }] }, 400);
    await settle();
    expect(page.refusal.value).toBeInstanceOf(Refusal);
    expect(page.refusal.value?.reasons.map((one) => one.detail)).toEqual(['甲', '乙']);
    expect(page.body.value).toBeNull();
    stop();
  });

  it('keeps what it had when the same question fails once', async () => {
    hear_of(2_000);
    const { asked: page, stop } = asked(() => '/a');
    open[0]?.answer({ name: 'good', seq: 2_000 });
    await settle();
    hear_of(2_001);
    await settle();
    open[1]?.answer({ title: '请求过多，请稍后重试', title_en: 'busy', errors: [] }, 503);
    await settle();
    expect(page.refusal.value?.status).toBe(503);
    expect(page.body.value?.name).toBe('good');
    stop();
  });

  it('is none when there is nothing to ask', async () => {
    const { asked: page, stop } = asked(() => null);
    await settle();
    expect(open).toHaveLength(0);
    expect(page.body.value).toBeNull();
    stop();
  });
});
