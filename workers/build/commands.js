// @ts-check
import { spawn, spawnSync } from 'node:child_process';
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
 * Beside other commands: what it prints is kept until it ends.
 * @param {string} root
 * @param {...string} words
 * @returns {Promise<{ status: number, output: string }>}
 */
export function npmAside(root, ...words) {
  const child = spawn('npm', words, { cwd: root, shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (/** @type {Buffer} */ part) => (output += part.toString()));
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ status: 1, output: output + message }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
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
 * The same while others run.
 * @param {string} root
 * @param {string} script
 * @param {{ words?: string[], env?: Record<string, string> }} [options]
 * @returns {Promise<number>} the exit status
 */
export function runInstalledBeside(root, script, { words = [], env = {} } = {}) {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (status) => resolve(status ?? 1));
  });
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
