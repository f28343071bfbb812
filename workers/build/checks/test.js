// @ts-check
// npm test: proves each behaviour once, in one command that also works on a fresh clone. --all (npm run test:all) adds
// the tests with the tag “whole”; --quick leaves out browsers and training too.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { audit } from '../licences/audit.js';
import { build } from '../build.js';
import { changedFiles } from './changed-files.js';
import { npm, runScript, showScript } from '../commands.js';
import { withCoreSeconds } from '../core-seconds.js';
import { CHROMIUM_ADVICE, findChromium, installBrowsers } from '../find-browsers.js';
import { installMissing } from '../install.js';
import { LICENCE_FILE } from '../licences/licences.js';
import { readJson } from '../read-json.js';
import {
  checksOf,
  countBrowserTests,
  countUnitTests,
  slowestLines,
  totalLine,
} from './test-report.js';

/** @typedef {import('../commands.js').Ended} Ended */
/** @typedef {import('./test-report.js').Count} Count */
/** @typedef {Count & { all?: number, remarks?: string[], times?: import('./test-report.js').TestTime[] }} Counted */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {Counted} count
 * @property {number} seconds
 * @property {number | null} coreSeconds
 * @property {string} [verdict]
 */

const VITEST = 'node_modules/vitest/vitest.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';
const ESLINT = 'node_modules/eslint/bin/eslint.js';
const UNIT_FILTER = '--tags-filter=!whole';
const BROWSER_FILTER = '--grep-invert=@whole|@timed';
const PROJECTS = ['no-adapter', 'whole-browser', 'webgpu'];
const ALL_PROJECTS = [...PROJECTS, 'engines-whole'];

const root = fileURLToPath(new URL('../../..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'debut-test-'));
process.once('exit', () => rmSync(reports, { recursive: true }));
const begunMs = performance.now();
const isAll = process.argv.includes('--all');

/** @type {Step[]} */
const steps = [];

if (await step('install', async () => oneCheck((await installMissing(root)) ? 0 : 1)))
  await (process.argv.includes('--quick') ? runQuickChecks() : runChecks());
summarise();

async function runChecks() {
  await prepare();
  const isBuilt = await quietStep('build', () => build(root, 'warn'));
  /** @param {...string} projects */
  const browserTests = (...projects) =>
    isBuilt ? runBrowserTests(projects) : skip('there is no build');
  // Browser tests spend a third of their time waiting, so other checks run in parallel.
  await Promise.all([
    step('browser tests', () => browserTests(...(isAll ? ALL_PROJECTS : [...PROJECTS, 'engines']))),
    inOrder([
      () => quietStep('types', () => npm(root, 'run', '--silent', 'check')),
      () => quietStep('lint', () => (isAll ? npm(root, 'run', '--silent', 'lint') : lintQuickly())),
      () => quietStep('format', () => npm(root, 'run', '--silent', 'format:check')),
      () => step('unit tests', () => runUnitTests(isAll ? [] : [UNIT_FILTER])),
    ]),
  ]);
  await checkAdvisories(isBuilt ? shippedPackages() : new Set());
  if (isAll) await step('timed tests', () => browserTests('timed'));
}

/** Runs types, lint of what changed since the last commit, and unit tests that neither train nor take many seconds. */
async function runQuickChecks() {
  await prepare();
  const changed = changedFiles(root).filter((file) => /\.svelte(?:\.ts)?$/.test(file));
  const words = ['--max-warnings', '0', '--no-warn-ignored', ...changed];
  await Promise.all([
    inOrder([
      () => quietStep('types', () => npm(root, 'run', '--silent', 'check')),
      // Covers all files: it takes seconds, and a change may break unchanged files.
      () => quietStep('lint of scripts', () => npm(root, 'run', '--silent', 'lint:scripts')),
      () =>
        changed.length === 0
          ? Promise.resolve()
          : quietStep('lint of components', () => runScript(root, ESLINT, { words })),
    ]),
    step('unit tests', () => runUnitTests([`${UNIT_FILTER} && !training`])),
  ]);
}

/** Leaves out the rules that need the types of components. @returns {Promise<Ended>} */
async function lintQuickly() {
  const scripts = await npm(root, 'run', '--silent', 'lint:scripts');
  if (scripts.status !== 0) return scripts;
  return runScript(root, ESLINT, { words: ['.', '--max-warnings', '0'], env: { LINT: 'untyped' } });
}

/** Writes what lint, types and tests read. */
async function prepare() {
  await runScript(root, 'node_modules/@sveltejs/kit/svelte-kit.js', { words: ['sync'] });
  await npm(root, 'run', '--silent', 'messages');
}

/** @param {string[]} chosen */
async function runUnitTests(chosen) {
  const report = join(reports, 'unit.json');
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await showScript(root, VITEST, { words: [...words, ...chosen] });
  return countUnitTests(report, status);
}

/** @param {string[]} projects */
async function runBrowserTests(projects) {
  await installBrowsers();
  if (!(await findChromium())) return skip(CHROMIUM_ADVICE);
  const name = projects.join('-');
  const report = join(reports, `browser-${name}.json`);
  const chosen = projects.map((project) => `--project=${project}`);
  const config = ['-c', 'tests/e2e/playwright.config.ts', '--no-deps'];
  const output = [`--output=test-results/${name}`, '--reporter=list,json'];
  if (!isAll) chosen.push(BROWSER_FILTER);
  const status = await showScript(root, PLAYWRIGHT, {
    words: ['test', ...config, ...output, ...chosen],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const count = countBrowserTests(report, status);
  return isAll ? count : { ...count, all: await countAllBrowserTests(config) };
}

/**
 * Returns how many browser tests npm run test:all runs.
 * @param {string[]} config
 */
async function countAllBrowserTests(config) {
  const chosen = [...ALL_PROJECTS, 'timed'].map((project) => `--project=${project}`);
  const words = ['test', '--list', ...config, ...chosen];
  const { output } = await runScript(root, PLAYWRIGHT, { words });
  return Number(/^Total: (\d+) tests/m.exec(output)?.[1] ?? 0);
}

/** @param {(() => Promise<unknown>)[]} works */
async function inOrder(works) {
  for (const work of works) await work();
}

/**
 * @param {string} name
 * @param {() => Counted | Promise<Counted>} work
 * @returns {Promise<boolean>} whether nothing failed
 */
async function step(name, work) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { result: count, coreSeconds } = await withCoreSeconds(work);
  steps.push({ name, count, seconds: secondsSince(start), coreSeconds });
  return count.failed === 0;
}

/**
 * Shows what a step prints when it ends, so that it does not mix with the output of parallel steps.
 * @param {string} name
 * @param {() => Promise<Ended>} work
 * @returns {Promise<boolean>} whether it found nothing
 */
async function quietStep(name, work) {
  const start = performance.now();
  const { result, coreSeconds } = await withCoreSeconds(work);
  const { status, output } = result;
  console.log(`\n── ${name}\n${output.trim()}`);
  steps.push({ name, count: oneCheck(status), seconds: secondsSince(start), coreSeconds });
  return status === 0;
}

/** Returns the packages in the list that the build writes. */
function shippedPackages() {
  const listed = /** @type {{ name: string }[]} */ (readJson(join(root, 'build', LICENCE_FILE)));
  return new Set(listed.map(({ name }) => name));
}

/**
 * Checks for advisories. A registry that does not answer fails nothing, but the summary shows it.
 * @param {ReadonlySet<string>} shipped
 */
async function checkAdvisories(shipped) {
  const start = performance.now();
  const { verdict, lines } = await audit(root, shipped);
  console.log(['\n── advisories', ...lines].join('\n'));
  const count = { passed: verdict === 'passed' ? 1 : 0, failed: verdict === 'failed' ? 1 : 0 };
  steps.push({
    ...{ name: 'advisories', count, verdict },
    ...{ seconds: secondsSince(start), coreSeconds: null },
  });
}

/**
 * @param {number} status
 * @returns {Count}
 */
function oneCheck(status) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Prints why a step cannot run, and counts it as failed.
 * @param {string} reason
 */
function skip(reason) {
  console.error(reason);
  return oneCheck(1);
}

/** @param {number} startMs */
function secondsSince(startMs) {
  return (performance.now() - startMs) / 1000;
}

function summarise() {
  console.log('\n── summary');
  for (const { name, count, seconds, coreSeconds, verdict: answer } of steps) {
    const verdict = count.failed === 0 ? 'ok    ' : 'FAILED';
    const isUnanswered = answer === 'not answered';
    const numbers = isUnanswered ? answer : `${count.passed} passed, ${count.failed} failed`;
    const sign = isUnanswered ? '–     ' : verdict;
    const cores = coreSeconds === null ? '' : `${coreSeconds.toFixed(0)} core-seconds`;
    const took = `${seconds.toFixed(1)} s`.padEnd(12);
    console.log(`${sign}  ${name.padEnd(18)}${numbers.padEnd(24)}${took}${cores}`);
    for (const remark of count.remarks ?? []) console.log(`        ${remark}`);
  }
  const coreSeconds = steps.reduce((total, step) => total + (step.coreSeconds ?? 0), 0);
  const whole = `${secondsSince(begunMs).toFixed(0)} s, ${coreSeconds.toFixed(0)} core-seconds`;
  console.log(`        all of it, side by side: ${whole}`);
  for (const line of slowestLines(steps.flatMap(({ count }) => count.times ?? [])))
    console.log(line);
  process.exitCode = steps.every(({ count }) => count.failed === 0) ? 0 : 1;
  const { all, ran } = checksOf(steps.map(({ count }) => count));
  if (ran < all)
    console.log(`${all} checks in all; ${ran} of them ran, npm run test:all runs the rest`);
  console.log(totalLine(steps.map(({ count }) => count)));
}
