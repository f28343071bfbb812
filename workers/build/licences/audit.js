// @ts-check
// Asks the registry for known advisories about the installed packages. Some registries do not answer, and none does
// offline; then the audit only says so: https://docs.npmjs.com/cli/commands/npm-audit
// Severe advisories about packages that ship fail the audit. Those about tools, and lesser ones, are listed.
import { spawn } from 'node:child_process';

/** @typedef {{ verdict: 'passed' | 'failed' | 'not answered', lines: string[] }} Audit */
/** @typedef {{ title?: string, url?: string, severity?: string }} Advisory */
/** @typedef {{ vulnerabilities?: Record<string, { severity?: string, via?: (Advisory | string)[] }>, message?: string, error?: { summary?: string } }} AuditReport */

const MOST_MS = 10_000;

const SEVERE = new Set(['high', 'critical']);

/**
 * Audits the installed packages; the registry has 10 s to answer.
 * @param {string} root
 * @param {ReadonlySet<string>} shipped names of the packages with something in the build
 * @returns {Promise<Audit>}
 */
export async function audit(root, shipped) {
  const output = await ask(root);
  return output === null
    ? notAnswered(`nothing came within ${String(MOST_MS / 1000)} s`)
    : auditOf(output, shipped);
}

/**
 * Returns the verdict on a report, and a line for each advisory.
 * @param {string} output of npm audit --json
 * @param {ReadonlySet<string>} shipped
 * @returns {Audit}
 */
export function auditOf(output, shipped) {
  const report = parsed(output);
  const { vulnerabilities } = report;
  if (!vulnerabilities) return notAnswered(whyNot(report));
  const lines = Object.entries(vulnerabilities).flatMap(([name, { severity, via = [] }]) =>
    advisoriesOf(via).map(({ title, url }) =>
      [name, severity, title, url].filter((word) => word !== undefined).join(', '),
    ),
  );
  const isSevere = Object.entries(vulnerabilities).some(
    ([name, { via = [] }]) => shipped.has(name) && via.some(isSevereAdvisory),
  );
  return { verdict: isSevere ? 'failed' : 'passed', lines };
}

/**
 * Returns whether an advisory is severe and about the package itself; those of a dependency count there.
 * @param {Advisory | string} cause
 */
function isSevereAdvisory(cause) {
  return typeof cause === 'object' && SEVERE.has(cause.severity ?? '');
}

/** @param {AuditReport} report */
function whyNot({ error, message = '' }) {
  const why = error?.summary ?? message;
  return why === '' ? 'no report' : why;
}

/**
 * Returns the advisories of a package, which may be listed only because of another.
 * @param {(Advisory | string)[]} via
 * @returns {Advisory[]}
 */
function advisoriesOf(via) {
  return via.map((cause) => (typeof cause === 'string' ? { title: `because of ${cause}` } : cause));
}

/**
 * @param {string} why
 * @returns {Audit}
 */
function notAnswered(why) {
  return {
    verdict: 'not answered',
    lines: [`Known advisories: not answered by this registry (${why.split('\n')[0] ?? ''}).`],
  };
}

/**
 * @param {string} output
 * @returns {AuditReport}
 */
function parsed(output) {
  try {
    /** @type {unknown} */
    const report = JSON.parse(output);
    return /** @type {AuditReport} */ (report);
  } catch {
    return { message: output.trim() };
  }
}

/**
 * Runs npm audit.
 * @param {string} root
 * @returns {Promise<string | null>} null where no answer came in time
 */
function ask(root) {
  const child = spawn('npm', ['audit', '--json', '--fetch-retries=0'], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.on('data', (/** @type {Buffer} */ part) => (output += part.toString()));
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.kill();
      resolve(null);
    }, MOST_MS);
    const end = (/** @type {string} */ text) => {
      clearTimeout(timer);
      resolve(text);
    };
    child.on('error', ({ message }) => end(message));
    child.on('close', () => end(output));
  });
}
