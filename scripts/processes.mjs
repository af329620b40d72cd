import { spawn } from 'node:child_process';
import { paths } from './paths.mjs';

/** Aborts when the operator or the system asks us to end. From then on ending in order is our own duty. */
export function interruption() {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => controller.abort());
  return controller.signal;
}

/** Runs a Node script to its end; its output passes through. Gives the exit code (1 when a signal ended it). */
export function runNode(args, options = {}) {
  return run(process.execPath, args, options);
}

/** Runs npm to its end, by the very npm that started us when there is one. */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args], options)
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

function run(command, args, { env = {}, cwd = paths.root, stdio = 'inherit', signal } = {}) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return resolve(1);
    const child = spawn(command, args, { cwd, stdio, env: { ...process.env, ...env } });
    const end = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', end);
    child.once('error', reject);
    child.once('exit', (code) => {
      signal?.removeEventListener('abort', end);
      resolve(code ?? 1);
    });
  });
}
