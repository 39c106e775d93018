import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from './browser.mjs';
import { look_at, sign_in_at } from './people.mjs';
import { start_service } from './service.mjs';

/** Desks of the departments and of the office: the line review, data of projects, pasted blocks. */

const kAccounts = [
  { name: 'hongshan', role: 'reporter', unit: '150402', shown: '张填报' },
  { name: 'huanping', role: 'line_reviewer', unit: 'sthjj', shown: '吴审核' },
  { name: 'bangong', role: 'office', unit: 'zhb', shown: '周办公' },
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

const count_in = async (page, word) => Number(/\d+/.exec(await page.locator('nav .standing', { hasText: word }).innerText())[0]);

describe('a line reviewer', () => {
  it('disputes one procedure, confirms the others of a cell, and settles the dispute', async () => {
    const { page, done } = await sign_in('huanping', { path: '/reviews' });
    await page.locator('.matrix td.todo a').first().waitFor();
    assert.equal(await page.locator('select[aria-label], .block select').count(), 0, 'there is only one line to look at');
    await look_at(page, 'reviews');

    await page.locator('.matrix td.todo a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('responsible='));
    const waiting = await count_in(page, '待核实');
    assert.equal(await page.locator('tbody input[type=checkbox]').count(), waiting);

    await page.getByRole('button', { name: '提出争议' }).first().click();
    await page.getByLabel('争议理由').fill('文号查不到');
    await page.keyboard.press('Enter');
    await page.waitForFunction((before) => document.querySelectorAll('tbody input[type=checkbox]').length === before - 1, waiting);
    assert.equal(await count_in(page, '有争议'), 1);

    if (waiting > 1) {
      await page.getByLabel('全部勾选').check();
      await page.locator('.confirm').click();
      await page.getByText('没有待核实的手续').waitFor();
      assert.equal(await count_in(page, '已核实'), waiting - 1);
    }
    await page.locator('nav .standing', { hasText: '有争议' }).click();
    await page.getByText('文号查不到').waitFor();
    await look_at(page, 'disputes');
    await page.getByRole('button', { name: '了结争议' }).click();
    await page.getByText('没有未了结的争议').waitFor();
    await done();
  });

  it('goes through the cells with the arrow keys', async () => {
    const { page, done } = await sign_in('bangong', { path: '/reviews' });
    await page.locator('.matrix tbody td a').first().focus();
    const place = () => page.evaluate(() => { const cell = document.activeElement.closest('td, th'); return [cell.parentElement.rowIndex, cell.cellIndex]; });
    const [row, column] = await place();
    await page.keyboard.press('ArrowDown');
    const below = await place();
    assert.ok(below[0] > row && below[1] === column, `${below}`);
    await page.keyboard.press('ArrowRight');
    assert.ok((await place())[1] > column);
    await done();
  });
});

const own_project = (page, unit) =>
  page.evaluate(async (responsible) => (await (await fetch(`/api/v1/projects?responsible=${responsible}&finished=false&limit=1`)).json()).projects[0].id, unit);
/** A field of a form is known by what stands before it. */
const field_of = (page, label) => page.locator('.editor').getByLabel(label, { exact: true });

describe('the data of a project', () => {
  it('is filled in on a sheet: saved, refused and waiting stand at each field', async () => {
    const { page, done } = await sign_in('hongshan');
    const id = await own_project(page, '150402');
    await page.goto(`/projects/${id}`);
    await page.getByRole('button', { name: '填报基本情况' }).click();
    await field_of(page, '建设单位').fill('试办建设公司');
    await field_of(page, '总投资/亿元').fill('6.25');
    await page.locator('.cell.waiting').nth(1).waitFor();
    await look_at(page, 'project-form');
    await field_of(page, '统一信用代码').fill('123');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.cell.refused').waitFor();
    assert.match(await page.locator('.cell.refused .fate').innerText(), /统一社会信用代码/);
    await field_of(page, '统一信用代码').fill('');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.cell.saved').nth(1).waitFor();
    await page.locator('dialog').getByRole('button', { name: '收起' }).first().click();
    await page.getByText('6.25 亿元').first().waitFor();
    await done();
  });

  it('is kept through a lost connection, a closed page and a colleague, and both values stand side by side', async () => {
    const clerk = await sign_in('hongshan');
    const id = await own_project(clerk.page, '150402');
    const open = async (page) => {
      await page.goto(`/projects/${id}`);
      await page.getByRole('button', { name: '填报基本情况' }).click();
      await field_of(page, '责任人').waitFor();
    };
    await open(clerk.page);
    await field_of(clerk.page, '责任人').fill('甲');
    await clerk.page.route('**/api/v1/projects/*', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
    await clerk.page.getByRole('button', { name: '保存' }).click();
    await clerk.page.getByText('没有送到服务端').waitFor();
    const office = await sign_in('bangong');
    await open(office.page);
    await field_of(office.page, '责任人').fill('乙');
    await office.page.locator('.editor').getByLabel('理由').fill('电话核实');
    await office.page.getByRole('button', { name: '保存' }).click();
    await office.page.locator('.cell.saved').waitFor();
    await clerk.page.unroute('**/api/v1/projects/*');
    await open(clerk.page);
    assert.equal(await field_of(clerk.page, '责任人').inputValue(), '甲');
    await clerk.page.getByRole('button', { name: '保存' }).click();
    await clerk.page.locator('.cell.conflict').waitFor();
    assert.match(await clerk.page.locator('.cell.conflict').innerText(), /乙/);
    await clerk.page.getByRole('button', { name: '用他的' }).click();
    await clerk.page.locator('.cell.conflict').waitFor({ state: 'detached' });
    assert.equal(await field_of(clerk.page, '责任人').inputValue(), '乙');
    await office.done();
    clerk.troubles.splice(0, clerk.troubles.length, ...clerk.troubles.filter((one) => !/ERR_FAILED/.test(one)));
    await clerk.done();
  });

  it('changes its life by the office, with reason and approval', async () => {
    const { page, done } = await sign_in('bangong');
    const id = await own_project(page, '150404');
    await page.goto(`/projects/${id}`);
    await page.getByRole('button', { name: '办理增减变更' }).click();
    await page.locator('.life').getByLabel('事由').fill('资金未落实');
    await page.locator('.life').getByLabel('批准依据').fill('指挥部专题会议纪要');
    await look_at(page, 'life');
    await page.getByRole('button', { name: '办理暂缓' }).click();
    await page.getByRole('cell', { name: '指挥部专题会议纪要', exact: true }).waitFor();
    await page.getByRole('button', { name: '办理增减变更' }).click();
    await page.locator('.life').getByLabel('事由').fill('再次暂缓');
    await page.locator('.life').getByLabel('批准依据').fill('纪要');
    await page.getByRole('button', { name: '办理暂缓' }).click();
    await page.locator('.life .notice.bad').waitFor();
    await done();
  });
});

const unit_rows = async (page, unit) => page.evaluate(async (responsible) => (await (await fetch(`/api/v1/cells?responsible=${responsible}`)).json()).rows, unit);
/** As Ctrl+V does it, without the machine's own clipboard. */
const paste = (place, text) =>
  place.evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

describe('a block from a spreadsheet', () => {
  it('goes where its head says, is looked at, mended, written whole and taken back', async () => {
    const { page, done } = await sign_in('hongshan', { path: '/block?kind=energy' });
    await page.locator('table.cells td').first().waitFor();
    const [one, other] = (await unit_rows(page, '150402')).filter((row) => row.kind === 'energy');
    const block = (date) => `项目名称\t审批事项\t计划办结时间\t备注\r\n${one.name}\t节能审查\t${date}\t"第一行\n第二行"\r\n${other.name}\t节能审查\t2023-02-20\t成块\r\n没有这个\t节能审查\t\tx\r\n`;
    await paste(page.locator('textarea'), block('下雨天'));
    await page.getByText('不是时间').waitFor();
    await page.getByText('第 4 行没有对上').waitFor();
    assert.ok(await page.locator('form.bar button[type=submit]').isDisabled());
    await look_at(page, 'block');
    await paste(page.locator('textarea'), block('1月下旬'));
    await page.locator('form.bar button[type=submit]:enabled').waitFor();
    await page.locator('form.bar button[type=submit]').click();
    await page.getByText('已写入 4 格').waitFor();
    const note_of = async (row) => (await unit_rows(page, '150402')).find((each) => each.project === row.project && each.kind === 'energy').values.note;
    assert.equal(await note_of(other), '成块');
    await page.getByRole('button', { name: '撤销这次粘贴' }).click();
    await page.getByText('已写入 4 格').waitFor({ state: 'detached' });
    assert.equal(await note_of(other), other.values.note);
    await done();
  });

  it('goes from the chosen cell, outlives the page, and shows both values where a colleague was faster', async () => {
    const clerk = await sign_in('hongshan', { path: '/block?kind=water' });
    const { page } = clerk;
    await page.locator('table.cells td').first().waitFor();
    const row = (await unit_rows(page, '150402')).find((each) => each.kind === 'water');
    await page.locator('table.cells td').first().focus();
    await page.keyboard.press('End');
    await paste(page.locator('table.cells td[tabindex="0"]'), '甲的备注');
    await page.locator('td.pending').waitFor();
    const office = await sign_in('bangong');
    const status = await office.page.evaluate(async ({ project, kind, revision }) => {
      const { csrf_token } = await (await fetch('/api/v1/me')).json();
      const headers = { 'X-CSRF-Token': csrf_token, 'If-Match': `"${revision}"`, 'Content-Type': 'application/json' };
      return (await fetch(`/api/v1/projects/${project}/procedures/${kind}`, { method: 'PATCH', headers, body: JSON.stringify({ note: '乙的备注', reason: '电话核实' }) })).status;
    }, row);
    assert.equal(status, 200);
    await office.done();
    await page.reload();
    await page.getByText('别人刚改过').waitFor();
    const line = page.locator('section.notice.bad tbody tr');
    assert.match(await line.innerText(), /甲的备注[\s\S]*乙的备注/);
    await page.getByRole('button', { name: '仍用我的' }).click();
    await page.locator('form.bar button[type=submit]:enabled').click();
    await page.getByText('已写入 1 格').waitFor();
    assert.equal((await unit_rows(page, '150402')).find((each) => each.project === row.project && each.kind === 'water').values.note, '甲的备注');
    await clerk.done();
  });
});
