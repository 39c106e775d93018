import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

/** Debian's Chromium, which fetches nothing by itself; each test has a context of its own. */

const kSwitches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** The machine may be busy with other tests; nothing here is judged by a clock. */
export const kPatience = 90_000;

const find_chromium = () => execFileSync('/bin/sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();

export const launch = () => chromium.launch({ executablePath: find_chromium(), args: kSwitches, timeout: kPatience });

/** A fresh page that remembers what went wrong in it: errors of scripts, of the console, answers of 400 and above. */
export async function open_page(browser, url, { language = 'zh', width = 1366, height = 768 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', baseURL: url, locale: 'zh-CN' });
  context.setDefaultTimeout(kPatience);
  await context.addInitScript((wanted) => globalThis.localStorage?.setItem('guatu.language', wanted), language);
  const page = await context.newPage();
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`));
  page.on('response', (response) => response.status() >= 400 && troubles.push(`${response.status()} ${response.url()}`));
  return { page, troubles, close: () => context.close() };
}

const axe_source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe, each with where. */
export async function serious_findings(page) {
  await page.evaluate(axe_source);
  const violations = await page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
