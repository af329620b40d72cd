import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ALLOCATOR } from './allocator.mjs';
import { Trouble } from './console.mjs';
import { paths } from './paths.mjs';
import { runNode } from './processes.mjs';

const READY_WITHIN = 60_000;
const STOP_WITHIN = 20_000;
const LEASH = pathToFileURL(path.join(import.meta.dirname, 'leash.mjs')).href;

/** The environment the server and its commands read. What the operator has set stands. */
export function serverEnvironment({ urls, files = paths.files }) {
  mkdirSync(files, { recursive: true, mode: 0o700 });
  return {
    NODE_ENV: 'production',
    STORAGE_DIR: files,
    WEB_DIR: paths.web,
    ...process.env,
    ...(urls && { DATABASE_URL: urls.app, DATABASE_OWNER_URL: urls.owner }),
  };
}

/** Runs a command of the built server (`setup`, `province-create` …) and gives its exit code. */
export function runCommand(args, env, signal) {
  return runNode(['--enable-source-maps', paths.serverCommand, ...args], { env, signal });
}

/** Starts the built server. `exited` settles with its code; `ready()` waits for it; `stop()` ends it in order, `kill()` without a word. */
export function startServer(env) {
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', LEASH, paths.serverMain], {
    cwd: paths.root,
    env: { ...ALLOCATOR, ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Ctrl-C reaches the launcher alone, which then ends server and database in this order.
    detached: process.platform !== 'win32',
  });
  const exited = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid,
    exited,
    async ready(signal) {
      const host = ['', '0.0.0.0', '::'].includes(env.HOST ?? '') ? '127.0.0.1' : env.HOST;
      const deadline = Date.now() + READY_WITHIN;
      for (;;) {
        if (signal?.aborted) return;
        if (!isRunning()) throw new Trouble('máy chủ dừng ngay khi khởi động (xem các dòng trên).');
        const answer = await fetch(`http://${host}:${env.PORT}/health/ready`).catch(() => null);
        if (answer?.status === 200) return;
        if (Date.now() > deadline) throw new Trouble('máy chủ chưa sẵn sàng sau một phút.');
        await sleep(50);
      }
    },
    kill() {
      child.kill('SIGKILL');
    },
    async stop() {
      if (!isRunning()) return;
      child.kill('SIGTERM');
      const giveUp = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN);
      await exited;
      clearTimeout(giveUp);
    },
  };
}
