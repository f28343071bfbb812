// @ts-check
import { existsSync } from 'node:fs';
import { readJson } from './read-json.js';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {Count & { remarks: string[] }} Account What to say of which tests, a line each. */
/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} [testResults]
 */
/** @typedef {{ title: string, tests: { status: string }[] }} Spec */
/** @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite */
/**
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, flaky: number, unexpected: number }} stats
 * @property {Suite[]} suites
 */

/**
 * @param {string} file of Vitest's JSON reporter
 * @param {number} status with which it ended
 * @returns {Account}
 */
export function countUnitTests(file, status) {
  const { numPassedTests, numFailedTests, testResults } = /** @type {Partial<VitestReport>} */ (
    readReport(file) ?? {}
  );
  const remarks = (testResults ?? []).flatMap(({ name, assertionResults, status: ended }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (failed.length === 0) return ended === 'failed' ? [`failed: ${name}`] : [];
    return failed.map(({ fullName }) => `failed: ${name} › ${fullName}`);
  });
  return {
    ...withStatus({ passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 }, status),
    remarks,
  };
}

/** What becomes of a test, in Playwright's words and in ours. */
const REMARKED = /** @type {const} */ ({ unexpected: 'failed', flaky: 'passed at second go' });

/**
 * @param {string} file of Playwright's JSON reporter
 * @param {number} status with which it ended
 * @returns {Account}
 */
export function countBrowserTests(file, status) {
  const { stats, suites } = /** @type {Partial<PlaywrightReport>} */ (readReport(file) ?? {});
  const counted = {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
  };
  return {
    ...withStatus(counted, status),
    remarks: (suites ?? []).flatMap((suite) => remarksOn(suite)),
  };
}

/**
 * @param {Suite} suite
 * @param {string[]} path titles of the suites that it is in; the first is the file's
 * @returns {string[]}
 */
function remarksOn({ title, specs = [], suites = [] }, path = []) {
  const within = [...path, title];
  const own = specs.flatMap((spec) =>
    spec.tests.flatMap(({ status }) =>
      status === 'unexpected' || status === 'flaky'
        ? [`${REMARKED[status]}: ${[...within, spec.title].join(' › ')}`]
        : [],
    ),
  );
  return [...own, ...suites.flatMap((suite) => remarksOn(suite, within))];
}

/** @param {Count[]} counts */
export function totalLine(counts) {
  const sum = (/** @type {keyof Count} */ key) => counts.reduce((n, count) => n + count[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}

/**
 * A run can fail without a failed test: a file that does not load, an error outside of any test.
 * And a run in which nothing was tried proves nothing.
 * @param {Count} count
 * @param {number} status
 */
function withStatus({ passed, failed }, status) {
  const isFailedOtherwise = failed === 0 && (status !== 0 || passed === 0);
  return { passed, failed: isFailedOtherwise ? 1 : failed };
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? readJson(file) : undefined;
}
