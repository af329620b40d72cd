import { countJest, countJourneys } from './checks.mjs';

describe('the count of npm test', () => {
  it('takes a skipped test, a planned one and a suite that could not run as failed', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      numRuntimeErrorTestSuites: 1,
    };
    expect(countJest(report)).toEqual({ passed: 7, failed: 5 });
  });

  it('takes a skipped journey and an error outside the journeys as failed', () => {
    const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}] };
    expect(countJourneys(report)).toEqual({ passed: 3, failed: 4 });
  });
});
