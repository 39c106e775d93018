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
