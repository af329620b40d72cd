/** The tests that failed in a finished run, in short: the test, the line it broke at, and what it said first. */
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { paths } from './paths.mjs';

const NOT_RUN = 'was not run';
/** Enough for what was looked for and what was there instead. */
const LINES = 8;

/** Of a report of jest; a suite that could not run is named by its file. */
export function jestFailures({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(paths.root, name);
    const failed = assertionResults.filter((test) => test.status !== 'passed');
    if (status === 'failed' && !failed.length) return [told(file, [], message)];
    return failed.map(({ ancestorTitles, title, failureMessages }) =>
      told(file, [...ancestorTitles, title], failureMessages[0] ?? NOT_RUN),
    );
  });
}

/** Of a report of the journeys; errors outside any journey come last. */
export function journeyFailures({ suites, errors }) {
  return [
    ...suites.flatMap((suite) => failuresOf(suite)),
    ...errors.map(({ message }) => told('outside any journey', [], message ?? '')),
  ];
}

function failuresOf({ specs = [], suites = [] }) {
  const failed = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status !== 'expected')
      .map(({ results }) => {
        const error = results.map((result) => result.error).find(Boolean);
        return told(at(file, error?.location), [title], error?.message ?? NOT_RUN);
      }),
  );
  return [...failed, ...suites.flatMap((suite) => failuresOf(suite))];
}

const at = (file, location) => (location ? `${file}:${location.line}` : file);

function told(file, titles, message) {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('●'))
    .slice(0, LINES);
  return [`FAIL ${[file, ...titles].join(' › ')}`, ...lines].join('\n     ');
}
