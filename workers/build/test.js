// @ts-check
// npm test: every check of the project, in one command that also works on a fresh clone.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { audit } from './audit.js';
import { npm, npmAside, runInstalled, runInstalledBeside } from './commands.js';
import { CHROMIUM_ADVICE, findChromium, installChromium } from './find-chromium.js';
import { installMissing } from './install.js';
import { LICENCE_FILE } from './licences.js';
import { readJson } from './read-json.js';
import { countBrowserTests, countUnitTests, totalLine } from './test-report.js';

/** @typedef {import('./test-report.js').Count} Count */
/** @typedef {Count & { remarks?: string[] }} Counted */
/** @typedef {{ name: string, count: Counted, seconds: number, verdict?: string }} Step */

const root = fileURLToPath(new URL('../..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'debut-test-'));

/** @type {Step[]} */
const steps = [];

if (await step('install', () => oneCheck(installMissing(root) ? 0 : 1))) await runChecks();
summarise();

async function runChecks() {
  // Lint and type checks read what these write.
  runInstalled(root, '@sveltejs/kit/svelte-kit.js', { words: ['sync'] });
  npm(root, 'run', '--silent', 'messages');
  // Each works on one core only.
  const [isBuilt] = await Promise.all([
    checkAside('build', 'build', '--', '--logLevel', 'warn'),
    checkAside('types', 'check'),
  ]);
  /** @param {...string} projects */
  const browserTests = (...projects) =>
    isBuilt ? runBrowserTests(projects) : skip('there is no build');
  // Browser tests wait half of their time.
  await Promise.all([
    step('end-to-end tests', () => browserTests('no-adapter', 'webgpu')),
    checkAside('lint', 'lint').then(() => checkAside('format', 'format:check')),
  ]);
  await checkAdvisories(isBuilt ? shippedPackages() : new Set());
  await step('unit tests', runUnitTests);
  await step('timed tests', () => browserTests('timed'));
}

function runUnitTests() {
  const report = join(reports, 'unit.json');
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return countUnitTests(report, runInstalled(root, 'vitest/vitest.mjs', { words }));
}

/** @param {string[]} projects */
async function runBrowserTests(projects) {
  await installChromium();
  if (!(await findChromium())) return skip(CHROMIUM_ADVICE);
  const name = projects.join('-');
  const report = join(reports, `browser-${name}.json`);
  const chosen = projects.map((project) => `--project=${project}`);
  const config = [
    '-c',
    'tests/e2e/playwright.config.ts',
    '--no-deps',
    `--output=test-results/${name}`,
  ];
  const status = await runInstalledBeside(root, '@playwright/test/cli.js', {
    words: ['test', ...config, '--reporter=list,json', ...chosen],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return countBrowserTests(report, status);
}

/**
 * @param {string} name
 * @param {() => Counted | Promise<Counted>} work
 * @returns {Promise<boolean>} whether nothing failed
 */
async function step(name, work) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const count = await work();
  steps.push({ name, count, seconds: (performance.now() - start) / 1000 });
  return count.failed === 0;
}

/**
 * Beside others: what it prints is shown when it ends.
 * @param {string} name
 * @param {...string} script and its words
 * @returns {Promise<boolean>} whether it found nothing
 */
async function checkAside(name, ...script) {
  const start = performance.now();
  const { status, output } = await npmAside(root, 'run', '--silent', ...script);
  console.log(`\n── ${name}\n${output}`);
  steps.push({ name, count: oneCheck(status), seconds: (performance.now() - start) / 1000 });
  return status === 0;
}

/** By the list that the build writes. */
function shippedPackages() {
  const listed = /** @type {{ name: string }[]} */ (readJson(join(root, 'build', LICENCE_FILE)));
  return new Set(listed.map(({ name }) => name));
}

/**
 * A registry that does not answer fails nothing, and is seen not to.
 * @param {ReadonlySet<string>} shipped
 */
async function checkAdvisories(shipped) {
  const start = performance.now();
  const { verdict, lines } = await audit(root, shipped);
  console.log(['\n── advisories', ...lines].join('\n'));
  const count = { passed: verdict === 'passed' ? 1 : 0, failed: verdict === 'failed' ? 1 : 0 };
  const seconds = (performance.now() - start) / 1000;
  steps.push({ name: 'advisories', count, seconds, verdict });
}

/**
 * @param {number} status
 * @returns {Count}
 */
function oneCheck(status) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * What cannot be tried counts as failed.
 * @param {string} reason
 */
function skip(reason) {
  console.error(reason);
  return oneCheck(1);
}

function summarise() {
  console.log('\n── summary');
  for (const { name, count, seconds, verdict: answer } of steps) {
    const verdict = count.failed === 0 ? 'ok    ' : 'FAILED';
    const isUnanswered = answer === 'not answered';
    const numbers = isUnanswered ? answer : `${count.passed} passed, ${count.failed} failed`;
    console.log(
      `${isUnanswered ? '–     ' : verdict}  ${name.padEnd(18)}${numbers.padEnd(24)}${seconds.toFixed(1)} s`,
    );
    for (const remark of count.remarks ?? []) console.log(`        ${remark}`);
  }
  process.exitCode = steps.every(({ count }) => count.failed === 0) ? 0 : 1;
  console.log(totalLine(steps.map(({ count }) => count)));
}
