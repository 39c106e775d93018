import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { launch } from './browser.mjs';
import { look_at, sign_in_at } from './people.mjs';
import { start_service } from './service.mjs';

/** Papers with their evidence, comments, what was written before and taken back, as people use them. */

const kAccounts = [
  { name: 'hongshan', role: 'reporter', unit: '150402', shown: '张填报' },
  { name: 'songshan', role: 'reporter', unit: '150404', shown: '王填报' },
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

const own_open = async (page, unit, at = 0) =>
  page.evaluate(async ([responsible, place]) => {
    const answer = await fetch(`/api/v1/procedures?open=true&state=in_review&responsible=${responsible}&limit=10`);
    return (await answer.json()).procedures[place];
  }, [unit, at]);
const edit_path = (row) => `/projects/${row.project}?edit=${encodeURIComponent(`${row.kind}/${row.part}`)}`;

/** Files that are what their names say. */
function png() {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const sum = (bytes) => (bytes.reduce((crc, byte) => table[(crc ^ byte) & 255] ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(sum(body));
    return Buffer.concat([length, body, crc]);
  };
  const head = Buffer.from([0, 0, 0, 60, 0, 0, 0, 40, 8, 2, 0, 0, 0]);
  const rows = Buffer.concat(Array.from({ length: 40 }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(180, 0xb4)])));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

describe('papers', () => {
  it('are registered with their files, previewed, and taken out', async () => {
    const { page, done } = await sign_in('hongshan');
    await page.goto(edit_path(await own_open(page, '150402')));
    const panel = page.locator('.facts .evidence');
    await panel.getByRole('button', { name: '登记文件' }).click();
    await panel.getByLabel('文号', { exact: true }).fill('赤环审〔2023〕7号');
    await panel.getByLabel('发文机关').fill('市生态环境局');
    await panel.locator('input[type=file]').setInputFiles([
      { name: '批复扫描件.png', mimeType: 'image/png', buffer: png() },
      { name: '<img src=x onerror=alert(1)>.pdf', mimeType: 'application/pdf', buffer: pdf },
    ]);
    await look_at(page, 'evidence-form');
    await panel.getByRole('button', { name: '上传并登记' }).click();
    await panel.getByText('赤环审〔2023〕7号').waitFor();
    await panel.getByRole('button', { name: '预览 批复扫描件.png' }).click();
    await page.waitForFunction(() => document.querySelector('.facts .preview img')?.naturalWidth === 60);
    await look_at(page, 'evidence');
    await panel.getByRole('button', { name: /预览 <img/ }).click();
    await panel.locator('iframe').waitFor();
    await panel.getByRole('button', { name: '移除 赤环审〔2023〕7号' }).click();
    await panel.getByRole('button', { name: '确定移除' }).click();
    await panel.getByText('还没有登记文件。').waitFor();
    await done();
  });

  it('that are not what they seem are refused in words', async () => {
    const { page, done } = await sign_in('hongshan');
    await page.goto(edit_path(await own_open(page, '150402', 1)));
    const panel = page.locator('.facts .evidence');
    await panel.getByRole('button', { name: '登记文件' }).click();
    await panel.locator('input[type=file]').setInputFiles([
      { name: '批复.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>alert(1)</script></html>') },
    ]);
    await panel.getByRole('button', { name: '上传并登记' }).click();
    assert.match(await panel.locator('.notice.bad').innerText(), /批复\.pdf：不是可接收的格式/);
    await panel.getByRole('button', { name: '去掉 批复.pdf' }).click();
    await panel.locator('input[type=file]').setInputFiles([{ name: '批复.pdf', mimeType: 'application/pdf', buffer: pdf }]);
    await panel.getByRole('button', { name: '上传并登记' }).click();
    await panel.getByRole('link', { name: '批复.pdf' }).waitFor();
    await done();
  });

  it('of another unit show how many files there are, and not what they are called', async () => {
    const clerk = await sign_in('hongshan');
    const row = await own_open(clerk.page, '150402', 1);
    await clerk.done();
    const { page, done } = await sign_in('songshan', { path: edit_path(row) });
    const panel = page.locator('.facts .evidence');
    await panel.getByText('附件 1 件（不对本岗位开放）').waitFor();
    assert.equal(await panel.getByRole('link').count(), 0);
    await done();
  });
});

describe('comments', () => {
  it('come to the open pages of others, stay text, and can be withdrawn', async () => {
    const clerk = await sign_in('hongshan');
    const row = await own_open(clerk.page, '150402', 2);
    await clerk.page.goto(edit_path(row));
    const office = await sign_in('bangong', { path: edit_path(row) });
    const theirs = office.page.locator('.facts .comments');
    await theirs.getByText('还没有批注。').waitFor();
    const text = '<script>document.title = "bad"</script> 请补齐要件';
    const mine = clerk.page.locator('.facts .comments');
    await mine.getByLabel('写批注').fill(text);
    await mine.getByRole('button', { name: '发出' }).click();
    await mine.getByText(text).waitFor();
    await theirs.getByText(text).waitFor();
    await look_at(office.page, 'comments');
    await mine.getByRole('button', { name: '撤回' }).click();
    await theirs.getByText('（已撤回，内容已清除）').waitFor();
    assert.equal(await theirs.getByText('请补齐要件').count(), 0);
    await clerk.done();
    await office.done();
  });
});

describe('what was written before', () => {
  it('stands behind the clock of its cell, and can be taken back on the list', async () => {
    const { page, done } = await sign_in('hongshan');
    const row = await own_open(page, '150402');
    await page.goto(edit_path(row));
    for (const text of ['甲一号', '甲二号']) {
      await page.locator('.editor').getByLabel('批复文号', { exact: true }).fill(text);
      await page.locator('.editor').getByLabel('批复文号', { exact: true }).press('Enter');
      await page.locator('.cell.saved').waitFor();
    }
    await page.getByRole('button', { name: '“批复文号”的历次修改' }).click();
    const first = page.locator('.cell-history li').first();
    await first.waitFor();
    assert.match(await first.innerText(), /甲一号.*→.*甲二号/s);
    assert.match(await first.innerText(), /user:hongshan/);
    await look_at(page, 'cell-history');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.goto('/work');
    const list = page.getByRole('region', { name: '我最近的填报' });
    await list.getByRole('button').first().click();
    await list.getByText('已撤销').first().waitFor();
    await look_at(page, 'undo');
    await page.goto(edit_path(row));
    await page.waitForFunction(() => [...document.querySelectorAll('.editor input')].some((input) => input.value === '甲一号'));
    await done();
  });
});
