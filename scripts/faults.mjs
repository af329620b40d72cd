/**
 * `npm run test:faults`: devices send while the server and Postgres are killed under them, and everything that was
 * acknowledged must be there in the end. 5 + 5 kills with `--short`, as in `npm test`, else 50 + 50. Afterwards devices that
 * break the protocol in a known way are let loose, and the check must find it: one that cannot fail proves nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fork } from 'node:child_process';
import { buildIfStale } from './builds.mjs';
import { Trouble, runMain } from './console.mjs';
import { paths } from './paths.mjs';
import { freePort } from './ports.mjs';
import { openPostgres } from './postgres.mjs';
import { interruption } from './processes.mjs';
import { runCommand, serverEnvironment, startServer } from './server.mjs';

/** Stands between server and Postgres, so that Postgres may move, and the server may be killed around a commit. */
async function openDoor(port) {
  const door = { target: port, watch: null };
  const listener = net.createServer((client) => {
    const upstream = net.connect(door.target, '127.0.0.1');
    for (const socket of [client, upstream]) socket.setNoDelay(true).on('error', () => undefined);
    let held = false;
    client.on('data', (chunk) => {
      const { watch } = door;
      // A batch sends its writes and its commit in one piece.
      if (watch && chunk.includes('COMMIT') && chunk.includes('add-batch')) {
        door.watch = null;
        if (watch.point === 'before-commit') return watch.reached();
        held = true;
        upstream.once('data', () => watch.reached());
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => held || client.write(chunk));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return { door, port: listener.address().port, close: () => listener.close() };
}

async function run(mode, signal) {
  const data = mkdtempSync(path.join(os.tmpdir(), 'kiemtra-faults-'));
  let postgres = await openPostgres(data);
  const { door, port: doorPort, close } = await openDoor(postgres.port);
  const through = (url) => Object.assign(new URL(url), { port: String(doorPort) }).href;
  const { app, owner } = postgres.urls();
  const env = {
    ...serverEnvironment({ urls: { app: through(app), owner: through(owner) }, files: path.join(data, 'files') }),
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    DEMO: 'false',
  };
  let server = null;
  const acts = {
    /** Kills the server: at once, or around the next commit of a batch. */
    async server(point) {
      if (point) await new Promise((reached) => (door.watch = { point, reached }));
      server.kill();
      await server.exited;
      server = startServer(env);
      await server.ready(signal);
    },
    async postgres() {
      postgres.kill();
      postgres = await openPostgres(data);
      door.target = postgres.port;
    },
  };
  try {
    if ((await runCommand(['setup'], env, signal)) !== 0) throw new Trouble('setup failed, see above.');
    server = startServer(env);
    await server.ready(signal);
    const child = fork(path.join(paths.root, 'faults', 'run.ts'), [mode], {
      execArgv: ['--import', '@swc-node/register/esm-register'],
      env: {
        ...process.env,
        ...env,
        SERVER_URL: `http://127.0.0.1:${env.PORT}`,
        TS_NODE_PROJECT: path.join(paths.root, 'server/tsconfig.json'),
      },
    });
    signal.addEventListener('abort', () => child.kill());
    child.on('message', ({ kill, point }) => {
      acts[kill](point).then(
        () => child.connected && child.send({ done: true }),
        (error) => child.connected && child.send({ error: String(error) }),
      );
    });
    return await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  } finally {
    await server?.stop();
    close();
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

await runMain(async () => {
  const signal = interruption();
  await buildIfStale(signal);
  let code = await run(process.argv.includes('--short') ? 'short' : 'long', signal);
  for (const control of ['early', 'renewed']) {
    if (signal.aborted) break;
    const found = await run(control, signal);
    code ||= found;
  }
  process.exit(code);
});
