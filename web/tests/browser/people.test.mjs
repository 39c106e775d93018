import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, open_page } from './browser.mjs';
import { look_at, sign_in_at } from './people.mjs';
import { kFirstPassword, start_service } from './service.mjs';

/** People at work: they sign in, change the first password, fill in, collide, and the administrators see their part of it. */

const kAccounts = [
  { name: 'hongshan', role: 'reporter', unit: '150402', shown: '张填报' },
  { name: 'songshan', role: 'reporter', unit: '150404', shown: '王填报' },
  { name: 'bangong', role: 'office', unit: 'zhb', shown: '周办公' },
  { name: 'xitong', role: 'system_admin', unit: 'zhb', shown: '孙系统' },
  { name: 'anquan', role: 'security_admin', unit: 'zhb', shown: '李安全' },
  { name: 'shenji', role: 'audit_admin', unit: 'zhb', shown: '赵审计' },
];

let service;
let browser;
let sign_in;
before(async () => {
  service = await start_service({ accounts: kAccounts });
  browser = await launch();
  sign_in = sign_in_at(browser, service);
});
after(async () => {
  await browser?.close();
  await service?.stop();
});

const own_open = async (page, unit) =>
  page.evaluate(async (responsible) => {
    const answer = await fetch(`/api/v1/procedures?open=true&state=in_review&responsible=${responsible}&limit=1`);
    return (await answer.json()).procedures[0];
  }, unit);
const edit_path = (row) => `/projects/${row.project}?edit=${encodeURIComponent(`${row.kind}/${row.part}`)}`;

describe('somebody who is not signed in', () => {
  it('sees the door and nothing else, in both languages', async () => {
    const { page, close } = await open_page(browser, service.url);
    await page.goto('/projects');
    await page.locator('#sign-in-name').waitFor();
    assert.equal(await page.locator('table').count(), 0);
    assert.equal(await page.locator('nav').count(), 0);
    await look_at(page, 'sign-in');
    await close();
  });

  it('is told that name or password are wrong, and which of them is not said', async () => {
    const { page, close } = await open_page(browser, service.url);
    await page.goto('/');
    await page.locator('#sign-in-name').fill('nobody');
    await page.locator('#sign-in-password').fill('something long');
    await page.locator('.sign-in button[type=submit]').click();
    const unknown = await page.locator('.sign-in .notice.bad').innerText();
    await page.locator('#sign-in-name').fill('shenji');
    await page.locator('#sign-in-password').fill('something long');
    await page.locator('.sign-in button[type=submit]').click();
    await page.waitForFunction(() => document.querySelector('#sign-in-password').value === '');
    assert.equal(await page.locator('.sign-in .notice.bad').innerText(), unknown);
    await close();
  });
});

describe('a reporter', () => {
  it('comes to the page that was asked for after signing in', async () => {
    const { page, done } = await sign_in('hongshan', { path: '/work' });
    await page.locator('h1', { hasText: '待办' }).waitFor();
    await page.getByText('红山区').first().waitFor();
    await look_at(page, 'work');
    await page.goto('/account');
    await page.locator('#password-current').waitFor();
    await look_at(page, 'account');
    await done();
  });

  it('fills in a procedure, sees it saved, and takes it back', async () => {
    const { page, done } = await sign_in('hongshan');
    const row = await own_open(page, '150402');
    await page.goto(edit_path(row));
    const note = page.locator('.editor').getByLabel('备注', { exact: true });
    await note.fill('已与窗口核对');
    await page.locator('.cell.waiting').waitFor();
    await look_at(page, 'edit');
    await note.press('Enter');
    await page.locator('.cell.saved').waitFor();
    await page.reload();
    await page.waitForFunction(() => [...document.querySelectorAll('.editor input')].some((input) => input.value === '已与窗口核对'));
    await page.locator('.editor').getByLabel('备注', { exact: true }).fill('又改');
    await page.locator('.editor').getByLabel('备注', { exact: true }).press('Enter');
    await page.locator('.cell.saved').waitFor();
    await page.getByRole('button', { name: '撤销这次填报' }).click();
    await page.waitForFunction(() => [...document.querySelectorAll('.editor input')].some((input) => input.value === '已与窗口核对'));
    await done();
  });

  it('is told at the cell what is wrong, and keeps what was typed after a new start', async () => {
    const { page, done } = await sign_in('hongshan');
    const row = await own_open(page, '150402');
    await page.goto(edit_path(row));
    const cell = page.locator('.editor').getByLabel('受理时间', { exact: true });
    await cell.fill('2023-02-31');
    await cell.press('Enter');
    await page.locator('.cell.refused').waitFor();
    await page.reload();
    await page.waitForFunction(() => [...document.querySelectorAll('.editor input')].some((input) => input.value === '2023-02-31'));
    await done();
  });

  it('may not write into the rows of another unit', async () => {
    const { page, done } = await sign_in('songshan');
    const row = await own_open(page, '150402');
    const { status, code } = await page.evaluate(async ({ project, kind }) => {
      const { csrf_token } = await (await fetch('/api/v1/me')).json();
      const answer = await fetch(`/api/v1/projects/${project}/procedures/${kind}`, {
        method: 'PATCH',
        headers: { 'X-CSRF-Token': csrf_token, 'If-Match': '"0"', 'Content-Type': 'application/json' },
        body: JSON.stringify({ note: 'x' }),
      });
      return { status: answer.status, code: (await answer.json()).code };
    }, row);
    assert.equal(status, 403);
    assert.equal(code, 'forbidden');
    await done();
  });

  it('and the office at the same cell: the later one sees both values and decides', async () => {
    const clerk = await sign_in('hongshan');
    const row = await own_open(clerk.page, '150402');
    await clerk.page.goto(edit_path(row));
    await clerk.page.locator('.editor').getByLabel('责任人', { exact: true }).fill('甲');
    const office = await sign_in('bangong');
    await office.page.goto(edit_path(row));
    await office.page.locator('.editor').getByLabel('责任人', { exact: true }).fill('乙');
    await office.page.locator('.editor').getByLabel('理由').fill('电话核实');
    await office.page.getByRole('button', { name: '保存' }).click();
    await office.page.locator('.cell.saved').waitFor();
    await clerk.page.getByRole('button', { name: '保存' }).click();
    await clerk.page.locator('.cell.conflict').waitFor();
    assert.match(await clerk.page.locator('.cell.conflict').innerText(), /乙/);
    await clerk.page.getByRole('button', { name: '仍用我的' }).click();
    await clerk.page.getByRole('button', { name: '保存' }).click();
    await clerk.page.locator('.cell.saved').waitFor();
    await clerk.done();
    await office.done();
  });
});

describe('administrators', () => {
  it('one makes the account, another gives it its post, and it works', async () => {
    const system = await sign_in('xitong', { path: '/accounts' });
    await system.page.getByLabel('账号', { exact: true }).fill('aohan');
    await system.page.getByLabel('姓名').fill('钱填报');
    await system.page.getByLabel('初始密码').first().fill(kFirstPassword);
    await system.page.getByRole('button', { name: '建立账号' }).click();
    await system.page.locator('.notice.good').waitFor();
    await look_at(system.page, 'accounts');
    await system.done();
    const security = await sign_in('anquan', { path: '/accounts?account=aohan' });
    await security.page.getByRole('button', { name: '增加岗位' }).click();
    await security.page.locator('.post select').nth(1).selectOption('150430');
    await security.page.getByRole('button', { name: '保存岗位' }).click();
    await security.page.locator('.notice.good').waitFor();
    await security.page.goto('/rights');
    await security.page.locator('tbody tr').first().waitFor();
    await look_at(security.page, 'rights');
    await security.done();
    const clerk = await sign_in('aohan');
    assert.match(await clerk.page.locator('.who').innerText(), /敖汉旗/);
    await clerk.done();
  });

  it('the third reads who did what', async () => {
    const { page, done } = await sign_in('shenji', { path: '/audit' });
    await page.locator('tbody tr').first().waitFor();
    await page.getByLabel('操作者').fill('hongshan');
    await page.getByLabel('操作者').press('Enter');
    await page.waitForFunction(() => [...document.querySelectorAll('tbody th')].every((cell) => cell.textContent.includes('hongshan')));
    await look_at(page, 'audit');
    await done();
  });
});
