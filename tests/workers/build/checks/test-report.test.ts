import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checksOf,
  countBrowserTests,
  countUnitTests,
  slowestLines,
  totalLine,
} from '#workers/build/checks/test-report.js';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function reportFile(report: object): string {
  const file = join(temporaryFolder(), 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe('countUnitTests', () => {
  it('counts what the report counts', () => {
    const file = reportFile({ numPassedTests: 7, numFailedTests: 2, numTotalTests: 12 });
    const counted = { passed: 7, failed: 2, all: 12, remarks: [], times: [] };
    expect(countUnitTests(file, 1)).toEqual(counted);
  });

  it('names the tests that failed, and files that did not load', () => {
    const result = (status: string, fullName: string) => ({ status, fullName, duration: 500 });
    const file = reportFile({
      ...{ numPassedTests: 1, numFailedTests: 1 },
      testResults: [
        {
          ...{ name: 'a.test.ts', status: 'failed' },
          assertionResults: [result('passed', 'adds'), result('failed', 'subtracts')],
        },
        { name: 'b.test.ts', status: 'failed', assertionResults: [] },
        { name: 'c.test.ts', status: 'passed', assertionResults: [] },
      ],
    });
    expect(countUnitTests(file, 1)).toMatchObject({
      ...{ passed: 1, failed: 1 },
      times: [
        { file: 'a.test.ts', seconds: 0.5 },
        { file: 'a.test.ts', seconds: 0.5 },
      ],
      remarks: ['failed: a.test.ts › subtracts', 'failed: b.test.ts'],
    });
  });

  it('counts a failure that no test shows', () => {
    const file = reportFile({ numPassedTests: 7, numFailedTests: 0 });
    expect(countUnitTests(file, 1)).toMatchObject({ passed: 7, failed: 1 });
  });

  it('counts a run without a report as failed, whatever its status', () => {
    expect(countUnitTests('/no/such/report.json', 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('countBrowserTests', () => {
  it('counts what the report counts', () => {
    const file = reportFile({ stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 3 } });
    expect(countBrowserTests(file, 1)).toEqual({ passed: 6, failed: 2, remarks: [], times: [] });
  });

  it('names the tests that failed, and those that needed a second go', () => {
    const results = [{ duration: 1000 }, { duration: 500 }];
    const spec = (title: string, status: string) => ({ title, tests: [{ status, results }] });
    const file = reportFile({
      stats: { expected: 1, flaky: 1, unexpected: 1 },
      suites: [
        {
          title: 'plan.spec.ts',
          specs: [spec('plans', 'expected'), spec('adopts', 'unexpected')],
          suites: [{ title: 'on a phone', specs: [spec('scrolls', 'flaky')] }],
        },
      ],
    });
    expect(countBrowserTests(file, 1)).toMatchObject({
      ...{ passed: 2, failed: 1 },
      times: [
        { file: 'plan.spec.ts', seconds: 1.5 },
        { file: 'plan.spec.ts', seconds: 1.5 },
        { file: 'plan.spec.ts', seconds: 1.5 },
      ],
      remarks: [
        'failed: plan.spec.ts › adopts',
        'passed at second go: plan.spec.ts › on a phone › scrolls',
      ],
    });
  });
});

describe('a browser test that cannot run here', () => {
  it('is named with the reason', () => {
    const annotations = [{ type: 'skip', description: 'WebKit is not installed here.' }];
    const tests = [{ status: 'skipped', annotations, results: [] }];
    const specs = [{ title: 'the main job', tests }];
    const file = reportFile({
      stats: { expected: 1, flaky: 0, unexpected: 0, skipped: 1 },
      suites: [{ title: 'journey.spec.ts', specs }],
    });
    expect(countBrowserTests(file, 0)).toMatchObject({
      ...{ passed: 1, failed: 0 },
      remarks: ['skipped: journey.spec.ts › the main job. WebKit is not installed here.'],
    });
  });
});

describe('slowestLines', () => {
  it('names the ten slowest files, the slowest first', () => {
    const times = Array.from({ length: 12 }, (_, index) => ({ file: `${index}`, seconds: index }));
    const lines = slowestLines([...times, { file: '2', seconds: 10.5 }]);
    expect(lines).toHaveLength(10);
    expect(lines.slice(0, 2).map((line) => line.trim())).toEqual(['12.5 s  2', '11.0 s  11']);
  });
});

describe('checksOf', () => {
  it('counts those that ran, and all of the steps that leave some out', () => {
    const counts = [
      { passed: 3, failed: 1 },
      { passed: 5, failed: 0, all: 9 },
    ];
    expect(checksOf(counts)).toEqual({ all: 13, ran: 9 });
  });
});

describe('totalLine', () => {
  it('adds up all steps', () => {
    const counts = [
      { passed: 3, failed: 0 },
      { passed: 0, failed: 1 },
    ];
    expect(totalLine(counts)).toBe('3 passed, 1 failed');
  });
});
