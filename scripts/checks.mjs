/**
 * The checks of CI, in their order. A check without tests of its own counts as one, passed or failed; jest and the
 * journeys count their tests, and there a skipped test is a failed one.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { paths, tool } from './paths.mjs';
import { runNode } from './processes.mjs';

const reports = {
  jest: path.join(paths.cache, 'reports', 'jest.json'),
  journeys: path.join(paths.cache, 'reports', 'journeys.json'),
};
const script = (name) => path.join(import.meta.dirname, name);

/** Counts of a finished jest run; a suite that could not run counts as one failure. */
export function countJest(report) {
  const notRun = report.numPendingTests + report.numTodoTests;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + notRun + report.numRuntimeErrorTestSuites,
  };
}

/** Counts of a finished run of the journeys; errors outside any journey count too. */
export function countJourneys(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length };
}

/** Runs a tool that writes a report; a run that failed without saying where is one failure. */
async function counted(args, file, count, signal) {
  rmSync(file, { force: true });
  mkdirSync(path.dirname(file), { recursive: true });
  const code = await runNode(args, { signal });
  try {
    const { passed, failed } = count(JSON.parse(readFileSync(file, 'utf8')));
    return { passed, failed: failed || Number(code !== 0 || passed === 0) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function single(args, signal) {
  const passed = (await runNode(args, { signal })) === 0;
  return { passed: Number(passed), failed: Number(!passed) };
}

const plain = (args) => (signal) => single(args, signal);

export const checks = {
  format: plain([tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  lint: plain([tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings']),
  boundaries: plain([script('boundaries.mjs')]),
  types: plain([script('types.mjs')]),
  'unused code': plain([tool('knip/bin/knip.js'), '--no-progress']),
  jest: (signal) => {
    const args = [script('jest/run.mjs'), '--ci', '--json', `--outputFile=${reports.jest}`];
    return counted(args, reports.jest, countJest, signal);
  },
  build: plain([script('build.mjs')]),
  sizes: plain([script('sizes.mjs')]),
  journeys: (signal) => counted([script('e2e.mjs')], reports.journeys, countJourneys, signal),
};

/** Runs the named checks to the last, whatever fails, and ends the process; the last line is the count. */
export async function runChecks(names, signal) {
  const total = { passed: 0, failed: 0 };
  const lines = [];
  for (const name of names) {
    console.log(`\n== ${name}`);
    const start = performance.now();
    const { passed, failed } = signal.aborted ? { passed: 0, failed: 1 } : await checks[name](signal);
    total.passed += passed;
    total.failed += failed;
    const time = `${((performance.now() - start) / 1000).toFixed(1)} s`;
    lines.push(
      `${failed ? 'failed' : 'passed'}  ${name.padEnd(12)} ${time.padStart(8)}  ${passed} / ${passed + failed}`,
    );
  }
  console.log(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed || !total.passed ? 1 : 0);
}
