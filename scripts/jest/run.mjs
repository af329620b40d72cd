/**
 * `npm run jest -- <jest arguments>`: jest with a real, migrated Postgres.
 *
 * Every jest worker has a database of its own, a clone of one migrated template. A test reaches it by
 * `TEST_DATABASE_PREFIX + JEST_WORKER_ID` (role of the application) and `TEST_DATABASE_OWNER_PREFIX + JEST_WORKER_ID`
 * (role of the migrations, to prepare and to empty tables). `TEST_DATABASE_SUPERUSER_PREFIX` is there for tests that
 * make databases of their own.
 */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Trouble, runMain } from '../console.mjs';
import { paths, tool } from '../paths.mjs';
import { interruption, runNode } from '../processes.mjs';

const TEMPLATE = 'template_migrated';
const WORKER = 'worker_';
const DEFAULT_WORKERS = 2;

/** False when the arguments select nothing but tests of workspaces that never see a database. */
function needDatabase(args) {
  const selecting = args.indexOf('--selectProjects');
  if (selecting >= 0) {
    const rest = args.slice(selecting + 1);
    const end = rest.findIndex((arg) => arg.startsWith('-'));
    return (end < 0 ? rest : rest.slice(0, end)).includes('server');
  }
  const places = args.filter((arg) => !arg.startsWith('-') && existsSync(path.resolve(paths.root, arg)));
  return !places.length || places.some((place) => !/^\.?\/?(shared|web)\b/.test(place));
}

/** How many workers jest will use, and the argument that says so when the caller did not. */
function chooseWorkers(args) {
  if (args.some((arg) => arg === '-i' || arg === '--runInBand')) return { workers: 1, own: [] };
  const at = args.findIndex((arg) => /^(-w|--maxWorkers)(=|$)/.test(arg));
  if (at < 0) return { workers: DEFAULT_WORKERS, own: [`--maxWorkers=${DEFAULT_WORKERS}`] };
  const workers = Number(args[at].split('=')[1] ?? args[at + 1]);
  if (!Number.isInteger(workers) || workers < 1) throw new Trouble('--maxWorkers takes a whole number here.');
  return { workers, own: [] };
}

/** Builds the server's commands aside, so that a running `npm start` keeps its own build, and migrates with them. */
async function migrate(urls) {
  if (!existsSync(path.join(paths.root, 'server/src/command.ts'))) {
    console.log('server/src/command.ts is not there yet: the test databases are empty.');
    return true;
  }
  const dir = path.join(paths.root, 'server/.cache', `migrate-${process.pid}`);
  const { build } = await import('rolldown');
  const { default: config } = await import('../../server/rolldown.config.mjs');
  const { command } = config.input;
  try {
    await build({
      ...config,
      input: { command },
      output: { ...config.output, dir, cleanDir: false },
      logLevel: 'warn',
    });
    const env = { DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner, NODE_ENV: 'test', LOG_LEVEL: 'error' };
    return (await runNode([path.join(dir, 'command.js'), 'migrate'], { env })) === 0;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Makes the template and its clones; gives the environment the tests read, or null when a migration failed. */
async function prepareDatabases(postgres, workers) {
  const { withClient, OWNER } = await import('../postgres/roles.mjs');
  const superuser = (statement) => withClient(postgres.urls().superuser, (client) => client.query(statement));
  await superuser(`create database ${TEMPLATE} owner ${OWNER}`);
  if (!(await migrate(postgres.urls(TEMPLATE)))) return null;
  for (let worker = 1; worker <= workers; worker++) {
    await superuser(`create database ${WORKER}${worker} template ${TEMPLATE} owner ${OWNER}`);
  }
  const prefixes = postgres.urls(WORKER);
  return {
    TEST_DATABASE_PREFIX: prefixes.app,
    TEST_DATABASE_OWNER_PREFIX: prefixes.owner,
    TEST_DATABASE_SUPERUSER_PREFIX: prefixes.superuser,
  };
}

await runMain(async () => {
  const args = process.argv.slice(2);
  const { workers, own } = chooseWorkers(args);
  const signal = interruption();
  const runJest = (env) => {
    return runNode([tool('jest/bin/jest.js'), ...own, ...args], {
      env: { ...env, NODE_ENV: 'test', TZ: 'UTC' },
      signal,
    });
  };
  if (!needDatabase(args)) return process.exit(await runJest({}));

  const { openVolatilePostgres } = await import('../postgres.mjs');
  const postgres = await openVolatilePostgres();
  let code = 1;
  try {
    const env = await prepareDatabases(postgres, workers);
    if (env) code = await runJest(env);
  } finally {
    await postgres.stop();
  }
  process.exit(code);
});
