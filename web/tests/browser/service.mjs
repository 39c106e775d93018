import { execFileSync, spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The real program, serving a copy of the sample campaign on a port that the kernel chose. */

const kStart = 120_000;
const kStop = 60_000;

function wanted(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; these tests are run by tools/web browser`);
  return value;
}

/** As somebody gave it; whoever enters with it has to change it. */
export const kFirstPassword = 'Cedar-River-7742';

/** `accounts`: `{ name, role, unit, shown }`, made on the command line as an administrator would. */
export async function start_service({ accounts = [] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-pages-'));
  const store = join(folder, 'guatu.db');
  await copyFile(wanted('GUATU_STORE'), store);
  for (const { name, role, unit, shown } of accounts) {
    const words = ['user', 'add', name, '--role', role, '--unit', unit, '--name', shown, '--db', `sqlite:${store}`];
    execFileSync(wanted('GUATU_BINARY'), words, { input: `${kFirstPassword}\n`, stdio: ['pipe', 'ignore', 'pipe'] });
  }
  const child = spawn(
    wanted('GUATU_BINARY'),
    ['serve', '--db', `sqlite:${store}`, '--listen', '127.0.0.1:0', '--web', wanted('GUATU_WEB'), '--json'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = [];
  child.stderr.on('data', (bytes) => said.push(bytes.toString()));
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));

  async function stop() {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), kStop);
    const code = await ended;
    clearTimeout(timer);
    await rm(folder, { recursive: true, force: true });
    return code;
  }

  try {
    return { url: await first_address(child, ended), folder, stop };
  } catch (cause) {
    await stop();
    throw new Error(`${cause.message}\n${said.join('')}`);
  }
}

function first_address(child, ended) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the service did not say where it listens')), kStart);
    void ended.then((code) => reject(new Error(`the service ended with ${code}`)));
    createInterface({ input: child.stdout }).once('line', (line) => {
      clearTimeout(timer);
      resolve(JSON.parse(line).listening);
    });
  });
}
