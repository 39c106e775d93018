import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open_page, serious_findings } from './browser.mjs';
import { kFirstPassword } from './service.mjs';

/** Persons with browsers of their own, for stories of people at work. */

const kOwnPassword = 'Maple-Lantern-5190';
const pictures = process.env.GUATU_PICTURES ?? join(process.cwd(), 'build/web/pictures');
const kSizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
];

/** What the browser itself says of answers that are part of the story. */
const expected = (trouble) => /^(console: Failed to load resource: .*(401|403|409|422)|(401|403|409|422) )/.test(trouble);

/** A browser of one's own, signed in; the first password is changed on the way, as it has to be. */
export const sign_in_at = (browser, service) => async (name, { language = 'zh', path = '/' } = {}) => {
  const opened = await open_page(browser, service.url, { language });
  const { page } = opened;
  await page.goto(path);
  await page.locator('#sign-in-name').fill(name);
  for (const password of [kOwnPassword, kFirstPassword]) {
    await page.locator('#sign-in-password').fill(password);
    await page.locator('.sign-in button[type=submit]').click();
    const next = page.locator('.sign-in .notice.bad, #password-current, .who');
    await next.first().waitFor();
    if (!(await page.locator('.sign-in .notice.bad').count())) break;
  }
  if (await page.locator('#password-current').count()) {
    await page.locator('#password-current').fill(kFirstPassword);
    await page.locator('#password-new').fill(kOwnPassword);
    await page.locator('#password-again').fill(kOwnPassword);
    await page.locator('.password button[type=submit]').click();
  }
  await page.locator('.who').waitFor();
  return { ...opened, done: async () => {
    assert.deepEqual(opened.troubles.filter((trouble) => !expected(trouble)), []);
    await opened.close();
  } };
};

/** Even where a sheet covers the button. */
const speak = (page, language) => page.locator('.tools > button', { hasText: language === 'zh' ? '中文' : 'English' }).dispatchEvent('click');

/** A picture in each language and size, nothing too wide, and what axe says. */
export async function look_at(page, name) {
  mkdirSync(pictures, { recursive: true });
  for (const language of ['zh', 'en']) {
    if ((await page.evaluate(() => document.documentElement.lang)) !== (language === 'zh' ? 'zh-CN' : 'en')) {
      await speak(page, language);
    }
    for (const size of kSizes) {
      await page.setViewportSize(size);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wider, 0, `${name} is ${wider} px too wide at ${size.width}, ${language}`);
      await page.screenshot({ path: join(pictures, `${name}-${language}-${size.width}.png`), animations: 'disabled' });
    }
    assert.deepEqual(await serious_findings(page), [], `${name}, ${language}`);
  }
  await speak(page, 'zh');
}
