import { launch, open_page } from './browser.mjs';
import { start_service } from './service.mjs';

/**
 * How long a person waits: a browser that was never here, from the address to what is wanted on the screen. Not a test;
 * prints the median and the worst of a few runs, and how much came over the wire.   tools/web measure BINARY STORE
 */
const kRuns = 9;
const kWaits = [
  { name: 'overview: key figures and curve', path: '/', ready: 'svg.curve .actual' },
  { name: 'projects: first screen', path: '/projects', ready: 'table.projects tbody tr:nth-child(40)' },
  { name: 'projects: every row', path: '/projects', ready: 'table.projects tbody tr:nth-child(200)' },
  { name: 'rankings', path: '/leagues', ready: 'tbody tr' },
];

/** Runs in the page: notes when `ready` was painted, which is two frames after it came into the document. */
function watch_for(ready) {
  const watching = new MutationObserver(() => {
    if (!document.querySelector(ready)) return;
    watching.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.painted_at = performance.now())));
  });
  watching.observe(document, { childList: true, subtree: true });
}

async function once(url, { path, ready }) {
  const browser = await launch();
  const { page, close } = await open_page(browser, url);
  await page.addInitScript(watch_for, ready);
  let bytes = 0;
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(path, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.painted_at, null, { polling: 200 });
  const took = await page.evaluate(() => globalThis.painted_at);
  const rows = await page.locator('tbody tr').count();
  await close();
  await browser.close();
  return { took, rows, bytes };
}

const service = await start_service();
try {
  for (const wait of kWaits) {
    const runs = [];
    for (let run = 0; run < kRuns; ++run) runs.push(await once(service.url, wait));
    const took = runs.map((run) => run.took).sort((a, b) => a - b);
    console.log(`${wait.name}: median ${Math.round(took[kRuns >> 1])} ms, worst ${Math.round(took[kRuns - 1])} ms (${runs[0].rows} rows, ${Math.round(runs[0].bytes / 1000)} KB as sent)`);
  }
} finally {
  await service.stop();
}
