/**
 * The checks of CI, in their order. A check without tests of its own counts as one, passed or failed; jest and the
 * journeys count their tests, and there a skipped test is a failed one.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { jestFailures, journeyFailures } from './failures.mjs';
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
async function counted(args, file, { count, list }, signal) {
  rmSync(file, { force: true });
  mkdirSync(path.dirname(file), { recursive: true });
  const code = await runNode(args, { signal });
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const { passed, failed } = count(report);
    return { passed, failed: failed || Number(code !== 0 || passed === 0), failures: list(report) };
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
    return counted(args, reports.jest, { count: countJest, list: jestFailures }, signal);
  },
  build: plain([script('build.mjs')]),
  faults: plain([script('faults.mjs'), '--short']),
  sizes: plain([script('sizes.mjs')]),
  journeys: (signal) => {
    const reading = { count: countJourneys, list: journeyFailures };
    return counted([script('e2e.mjs')], reports.journeys, reading, signal);
  },
};

/**
 * Runs the named checks to the last, whatever fails, and ends the process. The last lines name again every test that
 * failed, so that the end of a log tells; the very last is the count.
 */
export async function runChecks(names, signal) {
  const total = { passed: 0, failed: 0 };
  const lines = [];
  const failures = [];
  for (const name of names) {
    console.log(`\n== ${name}`);
    const start = performance.now();
    const outcome = signal.aborted ? { passed: 0, failed: 1 } : await checks[name](signal);
    const { passed, failed } = outcome;
    total.passed += passed;
    total.failed += failed;
    failures.push(...(outcome.failures ?? []));
    const time = `${((performance.now() - start) / 1000).toFixed(1)} s`;
    lines.push(
      `${failed ? 'failed' : 'passed'}  ${name.padEnd(12)} ${time.padStart(8)}  ${passed} / ${passed + failed}`,
    );
  }
  if (failures.length) console.log(`\n${failures.join('\n')}`);
  console.log(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed || !total.passed ? 1 : 0);
}
