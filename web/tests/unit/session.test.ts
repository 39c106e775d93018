import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, order } from '@/api/client';
import { revision } from '@/stores/live';
import { has_account, load_me, may, me, must_change_password, sign_in, signed_out, type Me } from '@/stores/session';

interface Sent {
  address: string;
  method: string;
  headers: Record<string, string>;
  body: unknown;
}

let sent: Sent[] = [];
let answers: { status: number; body: unknown }[] = [];

beforeEach(() => {
  sent = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({ address, method: init.method ?? 'GET', headers: init.headers as Record<string, string>, body });
    const answer = answers.shift() ?? { status: 500, body: {} };
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
});
afterEach(() => vi.unstubAllGlobals());

const person = (more: Partial<Me> = {}): Me => ({
  name: 'hongshan',
  display_name: '张三',
  signed_in_by: 'session',
  must_change_password: false,
  post: null,
  posts: [],
  rights: [
    { right: 'edit_procedures', name: '', name_en: '', reach: 'own' },
    { right: 'see_audit', name: '', name_en: '', reach: 'none' },
  ],
  csrf_token: 'token-1',
  idle_ends_at: null,
  ends_at: null,
  ...more,
});
const answer = (body: unknown, status = 200): number => answers.push({ status, body });

describe('the session', () => {
  it('of a service without accounts asks nobody to sign in', async () => {
    answer(person({ signed_in_by: 'machine', csrf_token: null }));
    await load_me();
    expect(signed_out.value).toBe(false);
    expect(has_account.value).toBe(false);
  });

  it('is over when any question is answered 401; signing in brings the pages back', async () => {
    answer({ title: '请先登录', title_en: 'sign in first' }, 401);
    await expect(ask('/api/v1/figures')).rejects.toMatchObject({ status: 401 });
    expect(signed_out.value).toBe(true);
    const before = revision.value;
    answer(person());
    await sign_in('hongshan', 'a long password');
    expect(sent[1]).toMatchObject({ address: '/api/v1/session', method: 'POST', body: { name: 'hongshan', password: 'a long password' } });
    expect(signed_out.value).toBe(false);
    expect(has_account.value).toBe(true);
    expect(revision.value).toBe(before + 1);
  });

  it('stays closed when the password is wrong', async () => {
    answer({ title: '账号或密码不对', title_en: 'wrong account or password' }, 401);
    await expect(sign_in('hongshan', 'wrong')).rejects.toMatchObject({ title: '账号或密码不对' });
    expect(signed_out.value).toBe(true);
  });

  it('sends its token with every order', async () => {
    answer(person({ csrf_token: 'token-2' }));
    await load_me();
    answer({});
    await order('PATCH', '/api/v1/users/a', { disabled: true });
    expect(sent[1]).toMatchObject({ method: 'PATCH', body: { disabled: true } });
    expect(sent[1]?.headers).toMatchObject({ 'X-CSRF-Token': 'token-2', 'X-Guatu-Request': '1', 'Content-Type': 'application/json' });
  });

  it('knows what its post may do, and whether the password has to be changed first', async () => {
    answer(person({ must_change_password: true }));
    await load_me();
    expect(may('edit_procedures')).toBe(true);
    expect(may('see_audit')).toBe(false);
    expect(may('manage_accounts')).toBe(false);
    expect(must_change_password.value).toBe(true);
    expect(me.value?.display_name).toBe('张三');
  });
});
