/**
 * `npm run bench`: the figures of docs/figures.md, made again on this machine. A durable Postgres of its own in a temporary
 * folder (fsync on), the built server in production mode; never part of the tests.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfStale } from './builds.mjs';
import { runMain } from './console.mjs';
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
  return { took, env, stop };
}

await runMain(async () => {
  const signal = interruption();
  await buildIfStale(signal);
  const data = mkdtempSync(path.join(os.tmpdir(), 'kiemtra-bench-'));
  try {
    const first = await startAll(data, true, signal);
    await first.stop();
    const second = await startAll(data, true, signal);
    console.log(`\nfirst start, empty folder to ready: ${first.took}`);
    console.log(`second start: ${second.took}`);
    for (const { name, bytes } of measurePages())
      console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB gz of JavaScript`);
    console.log('');
    const env = {
      ...second.env,
      SERVER_URL: `http://127.0.0.1:${second.env.PORT}`,
      TS_NODE_PROJECT: 'server/tsconfig.json',
    };
    const file = path.join(paths.root, 'bench', 'sync-ops.ts');
    await runNode(['--import', '@swc-node/register/esm-register', file], { env, signal });
    await second.stop();
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
