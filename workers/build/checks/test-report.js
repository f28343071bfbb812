// @ts-check
import { existsSync } from 'node:fs';
import { readJson } from '../read-json.js';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ file: string, seconds: number }} TestTime */
/**
 * @typedef {Count & { all?: number, remarks: string[], times: TestTime[] }} Account Counts of tests, of all that there
 * are too, remarks on some of them, a line each, and how long each took.
 */
/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numTotalTests those that were skipped too
 * @property {{ name: string, status: string, assertionResults: { status: string, fullName: string, duration?: number | null }[] }[]} [testResults]
 */
/** @typedef {{ status: string, annotations?: { type: string, description?: string }[], results?: { duration: number }[] }} Run */
/** @typedef {{ title: string, tests: Run[] }} Spec */
/** @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite */
/**
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, flaky: number, unexpected: number }} stats
 * @property {Suite[]} suites
 */

/** Number of slowest files that are listed. */
const SLOWEST = 10;

/**
 * Counts unit tests; a file that did not load counts as failed.
 * @param {string} file report of Vitest's JSON reporter
 * @param {number} status exit status of the run
 * @returns {Account}
 */
export function countUnitTests(file, status) {
  const report = /** @type {Partial<VitestReport>} */ (readReport(file) ?? {});
  const { numPassedTests, numFailedTests, numTotalTests, testResults } = report;
  const remarks = (testResults ?? []).flatMap(({ name, assertionResults, status: ended }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (failed.length === 0) return ended === 'failed' ? [`failed: ${name}`] : [];
    return failed.map(({ fullName }) => `failed: ${name} › ${fullName}`);
  });
  return {
    ...withStatus({ passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 }, status),
    ...{ all: numTotalTests ?? 0, remarks },
    times: (testResults ?? []).flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ duration }) => ({ file: name, seconds: (duration ?? 0) / 1000 })),
    ),
  };
}

/** Words for the outcomes of a test: Playwright's → ours. */
const REMARKED = /** @type {const} */ ({ unexpected: 'failed', flaky: 'passed at second go' });

/**
 * Counts browser tests; one that passed at the second attempt counts as passed.
 * @param {string} file report of Playwright's JSON reporter
 * @param {number} status exit status of the run
 * @returns {Account}
 */
export function countBrowserTests(file, status) {
  const { stats, suites } = /** @type {Partial<PlaywrightReport>} */ (readReport(file) ?? {});
  const counted = {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
  };
  const specs = (suites ?? []).flatMap((suite) => specsOf(suite));
  return {
    ...withStatus(counted, status),
    remarks: specs.flatMap(({ name, tests }) =>
      tests.flatMap(({ status: ended, annotations = [] }) => {
        if (ended === 'unexpected' || ended === 'flaky') return [`${REMARKED[ended]}: ${name}`];
        const why = annotations.find(({ type }) => type === 'skip')?.description;
        return ended === 'skipped' ? [`skipped: ${name}. ${why ?? ''}`.trim()] : [];
      }),
    ),
    times: specs.map(({ file, tests }) => ({
      file,
      seconds:
        sum(tests.flatMap(({ results = [] }) => results.map((each) => each.duration))) / 1000,
    })),
  };
}

/**
 * @param {Suite} suite
 * @param {string[]} path titles of the suites around it; the first is the file's
 * @returns {{ file: string, name: string, tests: Spec['tests'] }[]}
 */
function specsOf({ title, specs = [], suites = [] }, path = []) {
  const within = [...path, title];
  const own = specs.map((spec) => ({
    file: within[0] ?? title,
    name: [...within, spec.title].join(' › '),
    tests: spec.tests,
  }));
  return [...own, ...suites.flatMap((suite) => specsOf(suite, within))];
}

/**
 * @param {readonly TestTime[]} times
 * @returns {string[]} the files with the slowest tests, a line each
 */
export function slowestLines(times) {
  /** @type {Map<string, number>} */
  const seconds = new Map();
  for (const { file, seconds: own } of times) seconds.set(file, (seconds.get(file) ?? 0) + own);
  const slowest = [...seconds].toSorted(([, a], [, b]) => b - a).slice(0, SLOWEST);
  return slowest.map(([file, total]) => `        ${total.toFixed(1).padStart(5)} s  ${file}`);
}

/** @param {Count[]} counts */
export function totalLine(counts) {
  const total = (/** @type {keyof Count} */ key) => sum(counts.map((count) => count[key]));
  return `${total('passed')} passed, ${total('failed')} failed`;
}

/**
 * Returns how many checks there are, and how many of them ran.
 * @param {readonly (Count & { all?: number })[]} counts
 */
export function checksOf(counts) {
  const ran = counts.map(({ passed, failed }) => passed + failed);
  return { all: sum(counts.map(({ all }, index) => all ?? ran[index] ?? 0)), ran: sum(ran) };
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * A run can fail without a failed test: a file that does not load, an error outside any test. A run without any test
 * proves nothing, so it fails too.
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
