/**
 * `npm run bench`: the figures of docs/figures.md, made again on this machine; `npm run bench -- browser` one part of them
 * (starts, papers, batches, photos or browser). A durable Postgres of its own in a temporary folder (fsync on), the built server in
 * production mode; never part of the tests.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { buildIfStale } from './builds.mjs';
import { Trouble, runMain } from './console.mjs';
import { paths } from './paths.mjs';
import { freePort } from './ports.mjs';
import { openPostgres } from './postgres.mjs';
import { interruption, runNode } from './processes.mjs';
import { runCommand, serverEnvironment, startServer } from './server.mjs';
import { measurePages } from './sizes.mjs';

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Everything `npm start` does after install and build, with the time it takes. */
async function startAll(data, demo, signal) {
  const begin = performance.now();
  const postgres = await openPostgres(data);
  const env = {
    ...serverEnvironment({ urls: postgres.urls(), files: path.join(data, 'files') }),
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    DEMO: String(demo),
  };
  await runCommand(['setup'], env, signal);
  const server = startServer(env);
  await server.ready(signal);
  const took = seconds(begin);
  const stop = async () => {
    await server.stop();
    await postgres.stop();
  };
  return { took, env, stop, pid: server.pid };
}

/** The most memory a process ever held; null where the system does not tell. */
function peakMemory(pid) {
  const status = `/proc/${pid}/status`;
  const kib = existsSync(status) && /VmHWM:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1];
  return kib ? `${((Number(kib) * 1024) / 1e6).toFixed(0)} MB` : null;
}

function run(file, env, signal) {
  return runNode(['--import', '@swc-node/register/esm-register', path.join(paths.root, 'bench', file)], {
    env: { ...env, SERVER_URL: `http://127.0.0.1:${env.PORT}`, TS_NODE_PROJECT: 'server/tsconfig.json' },
    signal,
  });
}

const PARTS = ['starts', 'papers', 'batches', 'photos', 'browser'];

await runMain(async () => {
  const signal = interruption();
  const asked = process.argv.slice(2);
  const unknown = asked.find((part) => !PARTS.includes(part));
  if (unknown !== undefined) throw new Trouble(`${unknown}: không có phần này; có ${PARTS.join(', ')}.`);
  const isWanted = (part) => asked.length === 0 || asked.includes(part);
  const browser = isWanted('browser') ? await findBrowser() : null;
  await buildIfStale(signal);
  const data = mkdtempSync(path.join(os.tmpdir(), 'kiemtra-bench-'));
  try {
    let running = await startAll(data, true, signal);
    if (isWanted('starts')) {
      const { took } = running;
      await running.stop();
      running = await startAll(data, true, signal);
      console.log(`\nfirst start, empty folder to ready: ${took}`);
      console.log(`second start: ${running.took}`);
      for (const { name, bytes } of measurePages())
        console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB gz of JavaScript`);
    }
    if (isWanted('papers')) {
      console.log('');
      await run('papers.ts', { ...running.env, SERVER_PID: String(running.pid) }, signal);
    }
    if (isWanted('batches')) {
      console.log('');
      await run('sync-ops.ts', running.env, signal);
      const peak = peakMemory(running.pid);
      if (peak) console.log(`server memory, at most: ${peak}`);
    }
    if (isWanted('photos')) {
      console.log('');
      await run('photos.ts', { ...running.env, SERVER_PID: String(running.pid) }, signal);
    }
    if (browser) {
      console.log('');
      await run('browser.ts', { ...running.env, ...browser.env, CHROMIUM_PATH: browser.file }, signal);
    }
    await running.stop();
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
