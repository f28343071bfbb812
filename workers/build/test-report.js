// @ts-check
import { existsSync } from 'node:fs';
import { readJson } from './read-json.js';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ numPassedTests: number, numFailedTests: number }} VitestReport */
/** @typedef {{ stats: { expected: number, flaky: number, unexpected: number } }} PlaywrightReport */

/**
 * @param {string} file of Vitest's JSON reporter
 * @param {number} status with which it ended
 * @returns {Count}
 */
export function countUnitTests(file, status) {
  const report = /** @type {VitestReport | undefined} */ (readReport(file));
  return withStatus(
    { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 },
    status,
  );
}

/**
 * @param {string} file of Playwright's JSON reporter
 * @param {number} status with which it ended
 * @returns {Count}
 */
export function countBrowserTests(file, status) {
  const { stats } = /** @type {Partial<PlaywrightReport>} */ (readReport(file) ?? {});
  return withStatus(
    { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 },
    status,
  );
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
