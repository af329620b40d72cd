import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Trouble, step } from './console.mjs';
import { paths, tool } from './paths.mjs';
import { runNode } from './processes.mjs';

const COMMON = ['shared/src', 'shared/package.json', 'tsconfig.base.json', 'package-lock.json'];

/** What is built, from which sources, and how. */
const builds = [
  {
    name: 'server',
    sources: [...COMMON, 'server/src', 'server/tsconfig.json', 'server/rolldown.config.mjs', 'migrations'],
    result: paths.serverMain,
    command: [tool('rolldown/bin/cli.mjs'), '-c', 'rolldown.config.mjs'],
  },
  {
    name: 'web',
    sources: [
      ...COMMON,
      'web/src',
      'web/public',
      'web/service-worker',
      'web/index.html',
      'web/tsconfig.json',
      'web/vite.config.ts',
      'web/parts.ts',
      'web/preloads.ts',
    ],
    result: path.join(paths.web, 'index.html'),
    command: [tool('vite/bin/vite.js'), 'build'],
  },
];

function* filesIn(place) {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat?.isFile()) yield place;
  if (!stat?.isDirectory()) return;
  for (const name of readdirSync(place).toSorted()) yield* filesIn(path.join(place, name));
}

/** A digest of everything the build reads; tests are not read by it. */
function digestOf(sources) {
  const digest = createHash('sha256');
  for (const source of sources) {
    for (const file of filesIn(path.join(paths.root, source))) {
      if (/\.spec\.tsx?$/.test(file)) continue;
      digest
        .update(`${path.relative(paths.root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return digest.digest('hex');
}

function stampOf({ name }) {
  return path.join(paths.cache, 'builds', name);
}

function isFresh(build) {
  const stamp = stampOf(build);
  return existsSync(build.result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(build.sources);
}

/** The stamp is taken away first and written last, so a killed build counts as none. */
async function makeBuild(build, signal) {
  const stamp = stampOf(build);
  const digest = digestOf(build.sources);
  rmSync(stamp, { force: true });
  const stdio = ['ignore', 'ignore', 'inherit'];
  const code = await runNode(build.command, { cwd: path.join(paths.root, build.name), stdio, signal });
  if (code !== 0) return false;
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
  return true;
}

/** Builds server and web side by side. */
export async function buildAll(signal, chosen = builds) {
  const made = await Promise.all(chosen.map((build) => makeBuild(build, signal)));
  if (made.includes(false) && !signal?.aborted) throw new Trouble('dựng chương trình báo lỗi (xem các dòng trên).');
}

/** Builds what is missing or older than its sources. */
export async function buildIfStale(signal) {
  const stale = builds.filter((build) => !isFresh(build));
  if (stale.length) await step('Dựng chương trình', () => buildAll(signal, stale));
}
