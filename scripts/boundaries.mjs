/**
 * Checks who imports whom and that no linter is silenced, on the tree and on a small tree of planted violations, one for
 * each rule: a checker that checks nothing has been seen to pass.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { innocents, plants, silenced } from './boundaries/plants.mjs';
import { paths } from './paths.mjs';

const FOLDERS = ['shared', 'server', 'web', 'migrations', 'e2e', 'bench', 'faults'];
const SILENCED = /(?:ox|es)lint-disable|@ts-(?:ignore|nocheck|expect-error)/;
const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

/** Every broken rule below `root` as { rule, from, to }, and how many files were read. */
async function violationsIn(root) {
  const { options, forbidden } = config;
  const tsConfig = path.join(root, 'tsconfig.base.json');
  const { output } = await cruise(
    FOLDERS.filter((folder) => existsSync(path.join(root, folder))),
    { ...options, baseDir: root, tsConfig: { fileName: tsConfig }, validate: true, ruleSet: { forbidden } },
    { ...options.enhancedResolveOptions, bustTheCache: true },
    { tsConfig: extractTSConfig(tsConfig) },
  );
  return {
    files: output.summary.totalCruised,
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

/** Files that switch a linter or the compiler off for themselves. */
function silencedIn(root) {
  return FOLDERS.flatMap((folder) => {
    const place = path.join(root, folder);
    const files = existsSync(place) ? readdirSync(place, { recursive: true }) : [];
    return files
      .filter((file) => /\.tsx?$/.test(file) && !/(^|\/)(node_modules|dist|\.cache)\//.test(file))
      .filter((file) => SILENCED.test(readFileSync(path.join(place, file), 'utf8')))
      .map((file) => path.join(folder, file));
  });
}

/** A small product in a temporary folder, with the planted files in it. */
function plantTree(root) {
  for (const file of ['package.json', 'tsconfig.base.json', 'shared/package.json']) {
    cpSync(path.join(paths.root, file), path.join(root, file));
  }
  mkdirSync(path.join(root, 'node_modules/@kiemtra'), { recursive: true });
  symlinkSync(path.join(root, 'shared'), path.join(root, 'node_modules/@kiemtra/shared'), 'dir');
  for (const name of ['typeorm', 'pg', 'fastify', 'idb', 'fast-check']) {
    symlinkSync(path.join(paths.root, 'node_modules', name), path.join(root, 'node_modules', name), 'dir');
  }
  for (const files of [innocents, silenced, ...Object.values(plants)]) {
    for (const [file, source] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), source);
    }
  }
}

async function checkPlants() {
  const root = mkdtempSync(path.join(os.tmpdir(), 'boundaries-'));
  try {
    plantTree(root);
    const { violations } = await violationsIn(root);
    const caught = (rule, files) => violations.some((found) => found.rule === rule && found.from in files);
    const blind = config.forbidden.map((rule) => rule.name).filter((rule) => !caught(rule, plants[rule] ?? {}));
    const unseen = Object.keys(silenced).filter((file) => !silencedIn(root).includes(file));
    const accused = violations.filter((found) => found.from in innocents);
    return [
      ...unseen.map((file) => `the silenced linter planted in ${file} is not seen`),
      ...blind.map((rule) => `rule ${rule} does not catch its planted violation`),
      ...accused.map(({ rule, from, to }) => `rule ${rule} accuses an allowed import: ${from} → ${to}`),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const { files, violations } = await violationsIn(paths.root);
const faults = [
  ...(files ? [] : ['no file was read']),
  ...violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
  ...silencedIn(paths.root).map((file) => `${file} silences a linter`),
  ...(await checkPlants()),
];
for (const fault of faults) console.error(fault);
console.log(`${files} files read, ${config.forbidden.length} rules, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
