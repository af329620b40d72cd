/**
 * One Postgres cluster in one folder. What it promises: a start that is killed at any moment is repaired by the next
 * one, and a Postgres that outlived its launcher is used again instead of being started twice.
 */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from '../console.mjs';
import { freePort } from '../ports.mjs';
import { SUPERUSER, urlOf, withClient } from './roles.mjs';

const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
/** Server messages stay out of user data: only the life of the server is logged, never a statement. */
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_min_messages=log'];
const VOLATILE_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];
const DRAFT = '.draft-';
const ANSWER_WITHIN = 60_000;

function environment() {
  const foreign = /^(PG|LC_|LANG|TZ$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

/** Fills the folder by initdb. The work happens in a sibling that is renamed at the end, so half a cluster never counts. */
export async function initialise({ binaries, account, folder, passwords, volatile }) {
  if (fs.existsSync(folder)) return;
  const parent = path.dirname(folder);
  const draftPrefix = `${path.basename(folder)}${DRAFT}`;
  for (const name of fs.readdirSync(parent).filter((entry) => entry.startsWith(draftPrefix))) {
    fs.rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
  const draft = path.join(parent, `${draftPrefix}${process.pid}`);
  const passwordFile = `${draft}.password`;
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(passwordFile, passwords[SUPERUSER], { mode: 0o600 });
  if (account.uid !== undefined)
    for (const place of [draft, passwordFile]) fs.chownSync(place, account.uid, account.gid);
  try {
    const args = ['-D', draft, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...LOCALE];
    await runTool(path.join(binaries, 'bin', 'initdb'), volatile ? [...args, '--no-sync'] : args, account, draft);
    fs.renameSync(draft, folder);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

function runTool(command, args, account, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...account, cwd, env: environment(), stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (text) => (errors += text));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Trouble(`${path.basename(command)} báo lỗi:\n${errors.trim()}`)),
    );
  });
}

/** What `postmaster.pid` says: the process and the port of the Postgres that last ran here. */
function readPidFile(folder) {
  try {
    const [pid, , , port] = fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return Number(pid) ? { pid: Number(pid), port: Number(port) } : null;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** False when the process is gone, is a zombie, or its number meanwhile belongs to another program. */
function isLivingPostgres(pid) {
  if (fs.existsSync('/proc/self/status')) {
    const status = fs.existsSync(`/proc/${pid}/status`) ? fs.readFileSync(`/proc/${pid}/status`, 'utf8') : '';
    return /^Name:\s*postgres$/m.test(status) && !/^State:\s*Z/m.test(status);
  }
  if (process.platform === 'win32') return true;
  const { stdout } = spawnSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  return /postgres/.test(stdout) && !stdout.trim().startsWith('Z');
}

async function answers(folder, port, passwords) {
  try {
    return await withClient(urlOf({ port, passwords, role: SUPERUSER, database: 'postgres' }), async (client) => {
      const { rows } = await client.query('show data_directory');
      return fs.realpathSync(rows[0].data_directory) === fs.realpathSync(folder);
    });
  } catch {
    return false;
  }
}

/** The port of the Postgres that already serves this folder, or null. Waits while one is starting or stopping. */
export async function findRunning(folder, passwords) {
  const deadline = Date.now() + ANSWER_WITHIN;
  while (Date.now() < deadline) {
    const last = readPidFile(folder);
    if (!last || !isLivingPostgres(last.pid)) return null;
    if (last.port && (await answers(folder, last.port, passwords))) return last.port;
    await sleep(100);
  }
  throw new Trouble(`Postgres (tiến trình ${readPidFile(folder)?.pid}) đang chạy nhưng không trả lời.`);
}

/** Starts Postgres and waits until it answers. Tries again when a port was snatched or old backends are still leaving. */
export async function start(cluster) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const child = spawnPostgres(cluster, port);
    const deadline = Date.now() + ANSWER_WITHIN;
    while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
      if (await answers(cluster.folder, port, cluster.passwords)) return port;
      await sleep(20);
    }
    if (attempt === 5) throw new Trouble(`Postgres không khởi động được:\n${logTail(cluster)}`);
    child.kill('SIGQUIT');
    await sleep(500);
  }
}

function spawnPostgres({ binaries, account, folder, volatile }, port) {
  const settings = volatile ? [...SETTINGS, ...VOLATILE_SETTINGS] : SETTINGS;
  const args = ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const log = fs.openSync(logFile(folder), 'w', 0o600);
  // The process named in a left-over pid file is not a Postgres any more, even if its number is in use again. Naming it
  // as our grandparent makes Postgres pass over it and still check for backends that hold the old shared memory.
  const env = { ...environment(), PG_GRANDPARENT_PID: String(readPidFile(folder)?.pid ?? '') };
  // A process group of its own: Ctrl-C must reach the server first, not the database under it.
  const options = { ...account, cwd: folder, env, stdio: ['ignore', log, log], detached: true };
  const child = spawn(path.join(binaries, 'bin', 'postgres'), args, options);
  child.once('error', () => {});
  child.unref();
  fs.closeSync(log);
  return child;
}

function logFile(folder) {
  return `${folder}.log`;
}

function logTail({ folder }) {
  return fs.readFileSync(logFile(folder), 'utf8').trim().split('\n').slice(-12).join('\n');
}

/** Stops the Postgres of the folder, whoever started it: sessions are cut, data is written. */
export async function stop({ binaries, account, folder, volatile }) {
  const args = ['stop', '-D', folder, '-m', volatile ? 'immediate' : 'fast', '-t', '60'];
  if (readPidFile(folder)) await runTool(path.join(binaries, 'bin', 'pg_ctl'), args, account, folder);
}

/** As a loss of power would end it: the server and every process under it, without a word. For fault runs, on Linux. */
export function killAll({ folder }) {
  const last = readPidFile(folder);
  if (!last || !isLivingPostgres(last.pid)) return;
  const children = fs.readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === last.pid);
  for (const pid of [last.pid, ...children.map(Number)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}

function parentOf(pid) {
  try {
    // The name of the program stands in brackets and may hold anything.
    return Number(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]);
  } catch {
    return null;
  }
}

/** The last resort when our process ends without `stop`: ask and do not wait. */
export function stopAtExit({ folder, volatile }) {
  const last = fs.existsSync(folder) ? readPidFile(folder) : null;
  if (last && isLivingPostgres(last.pid)) process.kill(last.pid, volatile ? 'SIGQUIT' : 'SIGINT');
}
