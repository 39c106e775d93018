import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, open_page, serious_findings } from './browser.mjs';
import { next_return } from './sample.mjs';
import { start_service } from './service.mjs';

/** Every page in both languages: it comes up whole, without errors, axe has nothing serious to say; a picture is taken. */

let service;
let browser;
let project;
let returned;
const pictures = process.env.GUATU_PICTURES ?? join(process.cwd(), 'build/web/pictures');

before(async () => {
  mkdirSync(pictures, { recursive: true });
  service = await start_service();
  browser = await launch();
  const answer = await (await fetch(`${service.url}/api/v1/projects?finished=false&sort=-open&limit=1`)).json();
  project = answer.projects[0].id;
  returned = await next_return(service.url);
});
after(async () => {
  await browser?.close();
  await service?.stop();
});

const kPages = [
  { name: 'overview', path: () => '/', ready: 'svg.curve' },
  { name: 'leagues', path: () => '/leagues', ready: 'tbody tr' },
  { name: 'projects', path: () => '/projects', ready: 'tbody tr' },
  { name: 'project', path: () => `/projects/${project}`, ready: 'tbody tr' },
  { name: 'procedures', path: () => '/procedures?state=in_review', ready: 'tbody tr' },
  { name: 'schedule', path: () => '/schedule?as_of=2023-01-20', ready: 'svg.gantt .work' },
  { name: 'schedule-kinds', path: () => '/schedule?as_of=2022-12-10&by=kind', ready: 'svg.gantt .work' },
  { name: 'order', path: () => '/order?as_of=2022-12-10', ready: '.ours' },
  { name: 'dekads', path: () => '/dekads', ready: 'tbody tr' },
  { name: 'bulletins', path: () => '/bulletins', ready: '.page .flow p' },
  { name: 'draft', path: () => '/bulletins?draft=1', ready: '.page .flow p' },
  { name: 'import', path: () => '/import', ready: '.batch .tables tbody tr', act: (page) => page.locator('input[type=file]').setInputFiles(returned) },
];
const kSizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
];

/** Takes the pictures in this language; the page may not be wider than the window, and axe may find nothing serious. */
async function look_at(page, name, language) {
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language === 'zh' ? 'zh-CN' : 'en');
  await page.evaluate(() => document.fonts.ready);
  for (const size of kSizes) {
    await page.setViewportSize(size);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wider, 0, `${name} is ${wider} px too wide at ${size.width}, ${language}`);
    await page.screenshot({ path: join(pictures, `${name}-${language}-${size.width}.png`), animations: 'disabled' });
  }
  assert.deepEqual(await serious_findings(page), [], language);
}

describe('in both languages', () => {
  for (const { name, path, ready, act } of kPages) {
    it(name, async () => {
      const { page, troubles, close } = await open_page(browser, service.url);
      try {
        await page.goto(path());
        await act?.(page);
        await page.locator(ready).first().waitFor();
        await look_at(page, name, 'zh');
        await page.getByRole('button', { name: 'English' }).click();
        await page.locator(ready).first().waitFor();
        await look_at(page, name, 'en');
        assert.deepEqual(troubles, []);
      } finally {
        await close();
      }
    });
  }
});
