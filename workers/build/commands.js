// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * @param {string} root
 * @param {...string} words
 * @returns {number} the exit status
 */
export function npm(root, ...words) {
  return run(root, 'npm', words);
}

/**
 * Runs a script of an installed package with this Node, so that neither npx nor a shell is needed.
 * @param {string} root
 * @param {string} script its path in node_modules
 * @param {{ words?: string[], env?: Record<string, string> }} [options]
 */
export function runInstalled(root, script, { words = [], env = {} } = {}) {
  return run(root, process.execPath, [join(root, 'node_modules', script), ...words], env);
}

/**
 * @param {string} cwd
 * @param {string} command
 * @param {string[]} words
 * @param {Record<string, string>} [env]
 */
function run(cwd, command, words, env = {}) {
  // On Windows npm is a batch file, which only a shell can start.
  const shell = process.platform === 'win32' && command === 'npm';
  const { status } = spawnSync(command, words, {
    cwd,
    shell,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}
