import path from 'node:path';
import { jestFailures, journeyFailures } from './failures.mjs';

const MANY_LINES = Array.from({ length: 12 }, (_, line) => `Call log ${line}`).join('\n');
const inRepository = (file: string) => path.join(__dirname, '..', file);

describe('the failures at the end of npm test', () => {
  it('name file, test and first lines of a failed test, and a test that was not run', () => {
    const test = { ancestorTitles: ['renaming'], failureMessages: [] };
    const testResults = [
      {
        name: inRepository('web/src/pages.spec.tsx'),
        status: 'failed',
        message: '',
        assertionResults: [
          { ...test, title: 'opens', status: 'passed' },
          {
            ...test,
            title: 'saves',
            status: 'failed',
            failureMessages: ['\u001b[31mError: expected\u001b[39m\n\n Received: 3\n'],
          },
          { ...test, title: 'waits', status: 'pending' },
        ],
      },
    ];
    expect(jestFailures({ testResults })).toEqual([
      'FAIL web/src/pages.spec.tsx › renaming › saves\n     Error: expected\n     Received: 3',
      'FAIL web/src/pages.spec.tsx › renaming › waits\n     was not run',
    ]);
  });

  it('name a suite that could not run', () => {
    const message = '  ● Test suite failed to run\n\n    Cannot find module';
    const suite = { name: inRepository('a.spec.ts'), status: 'failed', message, assertionResults: [] };
    expect(jestFailures({ testResults: [suite] })).toEqual(['FAIL a.spec.ts\n     Cannot find module']);
  });

  it('name journeys, also inside groups, and what broke outside them', () => {
    const spec = (title: string, status: string) => ({
      file: 'a.e2e.ts',
      title,
      tests: [{ status, results: [{ error: { message: MANY_LINES, location: { line: 7 } } }] }],
    });
    const suites = [
      { specs: [spec('goes well', 'expected')], suites: [{ specs: [spec('goes wrong', 'unexpected')] }] },
    ];
    expect(journeyFailures({ suites, errors: [{ message: 'No browser' }] })).toEqual([
      ['FAIL a.e2e.ts:7 › goes wrong', ...MANY_LINES.split('\n').slice(0, 8)].join('\n     '),
      'FAIL outside any journey\n     No browser',
    ]);
  });
});
