import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from './browser.mjs';
import { look_at, sign_in_at } from './people.mjs';
import { start_service } from './service.mjs';

/** A procedure on its way through four pairs of hands: filled in, confirmed by the line, looked at by the unit, published by the office. */

const kUnit = '150402';
const kAccounts = [
  { name: 'hongshan', role: 'reporter', unit: kUnit, shown: '张填报' },
  { name: 'huanping', role: 'line_reviewer', unit: 'sthjj', shown: '吴审核' },
  { name: 'yongyin', role: 'seal_keeper', unit: kUnit, shown: '郑用印' },
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

const json = (page, address) => page.evaluate(async (asked) => (await fetch(asked)).json(), address);
const office_says = (...words) => execFileSync(process.env.GUATU_BINARY, [...words, '--db', `sqlite:${join(service.folder, 'guatu.db')}`], { stdio: ['ignore', 'pipe', 'pipe'] }).toString();

describe('four people', () => {
  it('bring one procedure from the desk into the bulletin; open pages hear of each step', async () => {
    const clerk = await sign_in('hongshan');
    const { procedures } = await json(clerk.page, `/api/v1/procedures?responsible=${kUnit}&kind=environment&open=true&limit=1`);
    const row = procedures[0];
    const project = `/projects/${row.project}`;

    // The seal keeper of the unit has the project open in two tabs; nobody reloads them.
    const keeper = await sign_in('yongyin', { path: project });
    const second = await keeper.page.context().newPage();
    await second.goto(project);
    for (const tab of [keeper.page, second]) await tab.getByRole('heading', { name: row.name }).waitFor();
    await keeper.page.locator('tbody').getByRole('button', { name: '环境影响评价' }).first().click();
    assert.equal(await keeper.page.getByRole('button', { name: '填报这项手续' }).count(), 0, 'who seals does not fill in');

    const { today } = await json(clerk.page, '/api/v1/campaign');
    await clerk.page.goto(`${project}?edit=${encodeURIComponent(`environment/${row.part}`)}`);
    await clerk.page.locator('.editor').getByLabel('状态', { exact: true }).selectOption('finished');
    await clerk.page.locator('.editor').getByLabel('办结时间', { exact: true }).fill(today);
    await clerk.page.locator('.editor').getByLabel('批复文号', { exact: true }).fill('环审〔2026〕7号');
    await clerk.page.getByRole('button', { name: '保存' }).click();
    await clerk.page.locator('.cell.saved').nth(2).waitFor();
    for (const tab of [keeper.page, second]) await tab.getByText('环审〔2026〕7号').first().waitFor();

    const reviewer = await sign_in('huanping', { path: `/reviews?kind=environment&responsible=${kUnit}` });
    const line = reviewer.page.locator('tr', { hasText: '环审〔2026〕7号' });
    await line.waitFor();
    await reviewer.page.getByLabel('全部勾选').check();
    await reviewer.page.getByLabel('全部勾选').uncheck();
    await line.locator('input[type=checkbox]').check();
    await reviewer.page.getByRole('button', { name: '核实勾选的 1 项' }).click();
    await reviewer.page.getByText('已办理 1 项').waitFor();
    const confirmed = await json(reviewer.page, `/api/v1/reviews?kind=environment&responsible=${kUnit}&standing=confirmed`);
    assert.deepEqual(confirmed.rows.map((one) => [one.project, one.document_number]), [[row.project, '环审〔2026〕7号']]);

    const office = await sign_in('bangong', { path: '/dekads' });
    const { dekads } = await json(office.page, '/api/v1/dekads');
    const newest = dekads.map((one) => one.dekad).sort().pop();
    office_says('reopen', '--dekad', newest, '--reason', '补录环评批复');
    office_says('lock', '--dekad', newest);
    office_says('publish', '--dekad', newest, '--reason', '补录后更正');
    await office.page.getByText('第 2 版').first().waitFor();
    const { bulletins } = await json(office.page, '/api/v1/bulletins');
    assert.ok(bulletins.some((one) => one.dekad === newest && one.publication.revision === 2));
    await look_at(office.page, 'published-again');
    for (const one of [clerk, keeper, reviewer, office]) await one.done();
  });
});
