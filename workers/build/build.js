// @ts-check
// npm run build: builds the app in build/.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runScript } from './commands.js';
import { readJson } from './read-json.js';
import { sourceVersion } from './source-version.js';

/** Memory limits. Without them, V8 and the bundler's allocator keep half as much again as they need. */
const SPARING = {
  nodeOptions: ['--max-old-space-size=400', '--max-semi-space-size=8'],
  env: { MIMALLOC_PURGE_DELAY: '0' },
};

/**
 * @param {string} root
 * @param {'warn' | 'error'} logLevel
 * @returns {Promise<import('./commands.js').Ended>}
 */
export function build(root, logLevel) {
  const words = ['build', '--logLevel', logLevel];
  return runScript(root, 'node_modules/vite/bin/vite.js', { words, ...SPARING });
}

/**
 * @param {string} root
 * @returns {boolean} whether build/ was made from the current sources
 */
export function isBuilt(root) {
  const versionFile = join(root, 'build/_app/version.json');
  if (!existsSync(versionFile) || !existsSync(join(root, 'build/precache.json'))) return false;
  const built = /** @type {{ version: string }} */ (readJson(versionFile));
  return built.version === sourceVersion(root);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { status, output } = await build(fileURLToPath(new URL('../..', import.meta.url)), 'warn');
  console.log(output.trim());
  process.exitCode = status;
}
