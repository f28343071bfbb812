// @ts-check
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { meter } from './core-seconds.js';

/** @typedef {{ status: number, output: string }} Ended */
/** @typedef {{ words?: string[], env?: Record<string, string>, nodeOptions?: string[] }} Options */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

// A child process outlives this one unless it receives the signal too.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.kill(process.pid, signal);
  });

/**
 * Runs npm and returns what it printed when it ends.
 * @param {string} root
 * @param {...string} words
 * @returns {Promise<Ended>}
 */
export function npm(root, ...words) {
  // On Windows npm is a batch file, which only a shell can start.
  const shell = process.platform === 'win32';
  return kept(start('npm', words, { cwd: root, shell }));
}

/**
 * Runs a script with this Node, without npx or a shell, and returns what it printed when it ends.
 * @param {string} root
 * @param {string} script path from the root
 * @param {Options} [options]
 * @returns {Promise<Ended>}
 */
export function runScript(root, script, options = {}) {
  return kept(
    start(process.execPath, nodeWords(root, script, options), nodeSettings(root, options)),
  );
}

/**
 * Runs a script in the same way, but shows what it prints as it comes.
 * @param {string} root
 * @param {string} script
 * @param {Options} [options]
 * @returns {Promise<number>} the exit status
 */
export async function showScript(root, script, options = {}) {
  const settings = { ...nodeSettings(root, options), stdio: /** @type {const} */ ('inherit') };
  return (await kept(start(process.execPath, nodeWords(root, script, options), settings))).status;
}

/**
 * @param {string} root
 * @param {string} script
 * @param {Options} options
 */
function nodeWords(root, script, { words = [], nodeOptions = [] }) {
  return [...nodeOptions, join(root, script), ...words];
}

/**
 * @param {string} root
 * @param {Options} options
 */
function nodeSettings(root, { env = {} }) {
  return { cwd: root, env: { ...process.env, ...env } };
}

/**
 * @param {string} command
 * @param {string[]} words
 * @param {import('node:child_process').SpawnOptions} settings
 */
function start(command, words, settings) {
  const child = spawn(command, words, settings);
  running.add(child);
  meter(child);
  child.once('close', () => running.delete(child));
  return child;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<Ended>}
 */
function kept(child) {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (/** @type {Buffer} */ part) => (output += part.toString()));
  return new Promise((resolve) => {
    child.once('error', ({ message }) => {
      running.delete(child);
      resolve({ status: 1, output: output + message });
    });
    child.once('close', (status) => resolve({ status: status ?? 1, output }));
  });
}
