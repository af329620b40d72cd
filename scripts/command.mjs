/** `node scripts/command.mjs <name> …`: a command of the server, on the database that `npm start` uses. */
import { setTimeout as sleep } from 'node:timers/promises';
import { buildIfStale } from './builds.mjs';
import { Trouble, runMain } from './console.mjs';
import { installIfNeeded } from './install.mjs';
import { takeFolder } from './lock.mjs';
import { paths } from './paths.mjs';
import { interruption } from './processes.mjs';
import { runCommand, serverEnvironment } from './server.mjs';

const START_WITHIN = 120_000;

/** The database of a running `npm start`, which may just be starting. */
async function runningDatabase(holder, signal) {
  const { findPostgres } = await import('./postgres.mjs');
  const deadline = Date.now() + START_WITHIN;
  while (Date.now() < deadline && !signal.aborted) {
    const urlsOf = await findPostgres(paths.data);
    if (urlsOf) return { urls: urlsOf(), stop: async () => {} };
    await sleep(500);
  }
  throw new Trouble(`tiến trình ${holder} giữ thư mục dữ liệu nhưng cơ sở dữ liệu chưa chạy.`);
}

async function ownDatabase() {
  const { openPostgres } = await import('./postgres.mjs');
  const postgres = await openPostgres(paths.data);
  return { urls: postgres.urls(), stop: postgres.stop };
}

await runMain(async () => {
  const args = process.argv.slice(2);
  const signal = interruption();
  const { holder } = await takeFolder(paths.data);
  if (!holder) {
    await installIfNeeded(signal);
    await buildIfStale(signal);
  }
  if (process.env.DATABASE_URL) process.exit(await runCommand(args, serverEnvironment({}), signal));
  const database = holder ? await runningDatabase(holder, signal) : await ownDatabase();
  let code = 1;
  try {
    code = await runCommand(args, serverEnvironment({ urls: database.urls }), signal);
  } finally {
    await database.stop();
  }
  process.exit(code);
});
