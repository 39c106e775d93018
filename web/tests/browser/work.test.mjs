import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, open_page } from './browser.mjs';
import { next_return } from './sample.mjs';
import { start_service } from './service.mjs';

/** What people do with the pages, in a browser and against the real program. */

let service;
let browser;
before(async () => {
  service = await start_service();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await service?.stop();
});

const api = async (path) => (await fetch(`${service.url}/api/v1${path}`)).json();

async function with_page(work, options) {
  const { page, troubles, close } = await open_page(browser, service.url, options);
  try {
    await work(page);
    assert.deepEqual(troubles, []);
  } finally {
    await close();
  }
}

const total_said = async (page) => Number(/\d+/.exec(await page.locator('.page-head [role=status]').innerText())?.[0]);

describe('a number', () => {
  it('of the overview opens to as many rows', async () => {
    const { projects } = await api('/figures');
    await with_page(async (page) => {
      for (const [label, expected] of [
        ['办结项目', projects.finished],
        ['纳入统计项目', projects.counted],
        ['达标项目', projects.meets],
        ['本旬新增办结', projects.gained],
      ]) {
        await page.goto('/');
        await page.getByRole('link', { name: `${label} ${expected}`, exact: true }).first().click();
        await page.locator('tbody tr').first().waitFor();
        assert.equal(await total_said(page), expected, label);
      }
    });
  });

  it('of the table of procedures opens to as many procedures', async () => {
    const { by_kind } = await api('/figures');
    const state = (await api('/campaign')).states.find((one) => one.code === 'in_review').name;
    const row = by_kind.reduce((most, one) => (one.in_review > most.in_review ? one : most));
    assert.ok(row.in_review > 0);
    await with_page(async (page) => {
      await page.goto('/');
      await page.getByRole('link', { name: `${row.name} ${state} ${row.in_review}`, exact: true }).click();
      await page.locator('tbody tr').first().waitFor();
      assert.equal(await total_said(page), row.in_review);
      assert.equal(await page.locator('tbody tr').count(), Math.min(row.in_review, 500));
    });
  });

  it('has its rule beside it, which Esc closes', async () => {
    await with_page(async (page) => {
      await page.goto('/');
      await page.locator('.key-figures .rule button').first().click();
      const words = page.locator('.key-figures .words');
      await words.waitFor();
      assert.match(await words.innerText(), /依据/);
      await page.keyboard.press('Escape');
      await words.waitFor({ state: 'detached' });
    });
  });

  it('of a ranking opens to the rows of its denominator', async () => {
    const { leagues } = await api('/leagues');
    const row = leagues[0].rows[leagues[0].rows.length - 1];
    await with_page(async (page) => {
      await page.goto('/leagues');
      await page.getByRole('link', { name: row.name, exact: true }).first().click();
      await page.locator('.explain tbody tr').first().waitFor();
      assert.match(await page.locator('.explain .sum').innerText(), new RegExp(`${row.rate.numerator} ÷ 计入 ${row.rate.denominator} = ${row.rate.text}`));
      assert.equal(await page.locator('.explain tbody tr').count(), row.rate.denominator);
    });
  });
});

describe('keys alone', () => {
  it('skip to the text, and follow a link', async () => {
    await with_page(async (page) => {
      await page.goto('/');
      await page.locator('.key-figures').waitFor();
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => document.getElementById('content').contains(document.activeElement)));
      assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none');
    });
  });

  it('find a project from anywhere', async () => {
    const { projects } = await api('/projects?limit=1');
    await with_page(async (page) => {
      await page.goto('/dekads');
      await page.locator('tbody tr').first().waitFor();
      await page.keyboard.press('/');
      await page.keyboard.insertText(projects[0].name);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/projects\?q=/);
      await page.locator('tbody tr').first().waitFor();
      await page.getByRole('link', { name: projects[0].name, exact: true }).first().press('Enter');
      await page.waitForURL(new RegExp(`/projects/${projects[0].id}`));
      await page.getByRole('heading', { level: 1, name: projects[0].name }).waitFor();
    });
  });
});

describe('the address', () => {
  it('keeps filters and day over a reload', async () => {
    const { dekads } = await api('/dekads');
    const day = dekads[0].last_day;
    const expected = (await api(`/projects?as_of=${day}&finished=false`)).total;
    await with_page(async (page) => {
      await page.goto('/projects');
      await page.getByLabel('数据截至').selectOption(day);
      await page.waitForURL(new RegExp(`as_of=${day}`));
      await page.getByLabel('办结率').selectOption('false');
      await page.waitForURL(/finished=false/);
      await page.reload();
      await page.locator('.chips li').first().waitFor();
      await page.locator('.page-head [role=status]').waitFor();
      assert.equal(await total_said(page), expected);
      assert.match(await page.locator('.chips').innerText(), /尚未办结/);
      await page.getByRole('link', { name: '总览' }).click();
      await page.locator('.key-figures').waitFor();
      assert.match(page.url(), new RegExp(`as_of=${day}`));
    });
  });

  it('keeps when something was known, on every page, until that is cleared', async () => {
    const [{ last_day: day }, { last_day: later }] = (await api('/dekads')).dekads;
    const words = `as_of=${later}&known_at=${day}`;
    const then = await api(`/figures?${words}`);
    assert.notEqual(then.seq, (await api(`/figures?as_of=${later}`)).seq);
    await with_page(async (page) => {
      await page.goto(`/?as_of=${later}`);
      await page.getByRole('button', { name: '按某时所知……' }).click();
      await page.getByLabel('所知日期').fill(day);
      const answered = page.waitForResponse((one) => one.url().includes('/figures?') && one.url().includes('known_at='));
      await page.getByRole('button', { name: '显示' }).click();
      assert.equal((await (await answered).json()).seq, then.seq);
      await page.locator('.as-of .known').waitFor();
      assert.ok(page.url().endsWith(words), page.url());
      await page.getByRole('link', { name: `纳入统计项目 ${then.projects.counted}`, exact: true }).first().click();
      await page.locator('tbody tr').first().waitFor();
      assert.equal(await total_said(page), then.projects.counted);
      await page.locator('tbody th a').first().click();
      await page.waitForURL(/\/projects\/\w+\?/);
      assert.ok(page.url().endsWith(words), page.url());
      await page.getByRole('link', { name: '旬报' }).click();
      await page.getByText('本页始终为目前情况').waitFor();
      await page.getByRole('link', { name: '恢复到目前所知' }).click();
      await page.locator('.as-of .known').waitFor({ state: 'detached' });
      assert.ok(!page.url().includes('known_at'));
    });
  });

  it('that does not exist is said to be none', async () => {
    await with_page(async (page) => {
      await page.goto('/nothing/here');
      await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    });
  });
});

describe('a bulletin', () => {
  it('is shown on pages of A4 with the words that were published', async () => {
    await with_page(async (page) => {
      await page.goto('/bulletins');
      await page.locator('.page').nth(1).waitFor();
      const box = await page.locator('.page').first().boundingBox();
      assert.ok(Math.abs(box.width / box.height - 210 / 297) < 0.002);
      assert.match(await page.locator('.page .flow').first().innerText(), /关于[\s\S]*通报/);
      const shown = await page.locator('.page').count();
      assert.ok(shown >= 2 && shown <= 30, `${shown} pages`);
    });
  });
});

describe('a draft', () => {
  it('is opened beside the bulletins, marked, and lying pages have their number at the side', async () => {
    const draft = await api('/bulletins/draft');
    await with_page(async (page) => {
      await page.goto('/bulletins');
      await page.getByRole('link', { name: '下一期草稿' }).click();
      await page.getByRole('heading', { level: 2, name: `${draft.name}（草稿）` }).waitFor();
      await page.locator('.page .flow p').first().waitFor();
      assert.ok((await page.locator('.papers a').count()) === draft.papers.length);
      const lying = page.locator('.folio.lying').first();
      await lying.waitFor();
      const [folio, sheet] = [await lying.boundingBox(), await lying.locator('..').boundingBox()];
      assert.ok(sheet.width > sheet.height && folio.height > folio.width);
      assert.ok(folio.x + folio.width < sheet.x + (35 / 297) * sheet.width, 'left of the text');
    });
  });
});

describe('a returned workbook', () => {
  it('is tried, then written; other pages hear of it', async () => {
    const file = await next_return(service.url);
    const before_seq = (await api('/campaign')).seq;

    const other = await open_page(browser, service.url);
    await other.page.goto('/');
    await other.page.locator('.key-figures').waitFor();

    await with_page(async (page) => {
      await page.goto('/import');
      await page.locator('input[type=file]').setInputFiles(file);
      await page.locator('.batch .tables tbody tr').first().waitFor();
      assert.equal((await api('/campaign')).seq, before_seq, 'a dry run writes nothing');
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: '下载标注后的原表' }).click();
      assert.match((await download).suggestedFilename(), /\.xlsx$/);
      await page.getByLabel('只录无误的项目').check();
      await page.getByRole('button', { name: '录入台账' }).click();
      await page.locator('.batch .notice.good').waitFor();
    });
    const after_seq = (await api('/campaign')).seq;
    assert.ok(after_seq > before_seq);
    await other.page.getByText(`台账第 ${after_seq} 号`).waitFor();
    await other.close();
  });
});

describe('on paper', () => {
  it('there is no chrome, and heads of tables are repeated', async () => {
    await with_page(async (page) => {
      await page.goto('/projects');
      await page.locator('tbody tr').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      for (const chrome of ['header nav', '.skip', 'form.bar']) assert.equal(await page.locator(chrome).first().isVisible(), false, chrome);
      assert.equal(await page.locator('thead').first().evaluate((head) => getComputedStyle(head).display), 'table-header-group');
    });
  });
});

describe('the first load', () => {
  it('is at most 250 KB as sent', async () => {
    await with_page(async (page) => {
      const network = await page.context().newCDPSession(page);
      await network.send('Network.enable');
      let bytes = 0;
      network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await page.goto('/');
      await page.locator('svg.curve').waitFor();
      assert.ok(bytes > 20_000 && bytes <= 250_000, `${bytes} bytes`);
    });
  });
});

describe('a service that stops', () => {
  it('is missed on the page, whose figures stay', async () => {
    const own = await start_service();
    let stopped = false;
    const { page, close } = await open_page(browser, own.url);
    try {
      await page.goto('/');
      await page.locator('.key-figures').waitFor();
      assert.equal(await own.stop(), 0, 'it ends well though somebody listens');
      stopped = true;
      await page.locator('.as-of [role=alert]').waitFor();
      assert.ok(await page.locator('.key-figures').isVisible());
    } finally {
      await close();
      if (!stopped) await own.stop();
    }
  });
});
