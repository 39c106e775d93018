import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The returns that came with the sample campaign, beside its store; those after the last published dekad are not in it. */

const kTried = 12;

/** The first workbook of the next dekad in which some row is good and says something new. */
export async function next_return(url) {
  const sample = join(dirname(process.env.GUATU_STORE), 'sample');
  const { dekads } = await (await fetch(`${url}/api/v1/dekads`)).json();
  const last = dekads.map((one) => one.dekad).sort().pop();
  const dekad = readdirSync(sample).filter((name) => /^\d{4}-\d{2}-D\d$/.test(name) && name > last).sort()[0];
  if (!dekad) throw new Error('the sample has no dekad that is still to come');
  const names = readdirSync(join(sample, dekad)).filter((name) => name.endsWith('.xlsx')).sort();
  for (const name of names.slice(0, kTried)) {
    const bytes = readFileSync(join(sample, dekad, name));
    if (await changes_something(url, dekad, name, bytes)) return join(sample, dekad, name);
  }
  throw new Error(`no workbook of ${dekad} changes anything`);
}

async function changes_something(url, dekad, name, body) {
  const answer = await fetch(`${url}/api/v1/imports?dry_run=true&policy=good_rows&dekad=${dekad}`, {
    method: 'POST',
    headers: { 'X-Guatu-Request': '1', 'X-File-Name': encodeURIComponent(name) },
    body,
  });
  const { files } = await answer.json();
  return files.some((table) => table.new + table.changed > 0);
}
