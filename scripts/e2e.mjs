/** `npm run e2e -- <playwright arguments>`: the journeys, in a real browser, against the built server on a new database. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { buildIfStale } from './builds.mjs';
import { Trouble, runMain } from './console.mjs';
import { paths, tool } from './paths.mjs';
import { freePort } from './ports.mjs';
import { openVolatilePostgres } from './postgres.mjs';
import { interruption, runNode } from './processes.mjs';
import { runCommand, serverEnvironment, startServer } from './server.mjs';

/** The same app under other file names, as after a release: what a device meets that has the older build. */
const nextBuild = path.join(paths.cache, 'next-build');

async function makeNextBuild(signal) {
  const args = [
    tool('vite/bin/vite.js'),
    'build',
    '--outDir',
    nextBuild,
    '--assetsDir',
    'assets/next',
    '--emptyOutDir',
  ];
  const code = await runNode([...args, '--logLevel', 'warn'], { cwd: path.join(paths.root, 'web'), signal });
  if (code !== 0) throw new Trouble('the next build failed, see above.');
}

async function journeys(postgres, browser, signal) {
  const port = String(await freePort());
  const files = path.join(paths.cache, 'e2e-files');
  rmSync(files, { recursive: true, force: true });
  const env = {
    ...serverEnvironment({ urls: postgres.urls(), files }),
    // The server refuses a database that forgets, unless it is a test.
    NODE_ENV: 'test',
    PORT: port,
    HOST: '127.0.0.1',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  };
  if ((await runCommand(['setup'], env, signal)) !== 0) throw new Trouble('setup failed, see above.');
  const server = startServer(env);
  try {
    await server.ready(signal);
    const address = {
      E2E_BASE_URL: `http://localhost:${port}`,
      E2E_NEXT_BUILD: nextBuild,
      CHROMIUM_PATH: browser.file,
    };
    const args = [tool('@playwright/test/cli.js'), 'test', ...process.argv.slice(2)];
    return await runNode(args, { env: { ...address, ...browser.env }, signal });
  } finally {
    await server.stop();
  }
}

await runMain(async () => {
  const signal = interruption();
  const browser = await findBrowser();
  console.log(`Browser: ${browser.file}`);
  await buildIfStale(signal);
  await makeNextBuild(signal);
  const postgres = await openVolatilePostgres();
  let code = 1;
  try {
    code = await journeys(postgres, browser, signal);
  } finally {
    await postgres.stop();
  }
  process.exit(code);
});
