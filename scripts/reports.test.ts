import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, lastLine, ONE_FAILED, ONE_PASSED, settle, sum } from './reports.mjs';

describe('the count of all suites', () => {
  it('reads a report of Vitest’s', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [{ status: 'failed', assertionResults: [{}] }],
    };
    expect(countVitest(report)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('counts a test file that cannot be loaded as a failure', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 0,
      numPendingTests: 0,
      testResults: [{ status: 'failed', assertionResults: [] }],
    };
    expect(countVitest(report).failed).toBe(1);
  });

  it('reads a report of Playwright’s, with what failed outside of a test', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 0, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  it('does not take a suite that broke for one that passed', () => {
    expect(settle(0, null)).toEqual(ONE_FAILED);
    expect(settle(1, { passed: 3, failed: 0, skipped: 0 })).toEqual({ passed: 3, failed: 1, skipped: 0 });
    expect(settle(1, { passed: 3, failed: 2, skipped: 0 })).toEqual({ passed: 3, failed: 2, skipped: 0 });
    expect(settle(0, { passed: 3, failed: 0, skipped: 0 })).toEqual({ passed: 3, failed: 0, skipped: 0 });
  });

  it('ends with one plain line', () => {
    expect(lastLine(sum([ONE_PASSED, { passed: 4, failed: 0, skipped: 0 }]))).toBe('5 passed, 0 failed');
    expect(lastLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
  });
});
