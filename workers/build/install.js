// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './commands.js';
import { readJson } from './read-json.js';
import { toldStep } from './checks/told-step.js';

/** @typedef {Record<string, { version?: string, optional?: boolean }>} LockedPackages */

/**
 * Installs the packages of the lockfile if any of them is missing or has another version.
 * @param {string} root
 * @returns {Promise<boolean>} whether all of them are installed now
 */
export async function installMissing(root) {
  const missing = missingPackages(
    readPackages(join(root, 'package-lock.json')),
    readPackages(join(root, 'node_modules/.package-lock.json')),
  );
  if (missing.length === 0) return true;
  return toldStep(`Installing ${missing.length} packages`, () => npm(root, 'ci'));
}

/**
 * Returns the paths of packages that are missing or have another version. File times say little after a git checkout.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 */
export function missingPackages(wanted, installed) {
  // Optional packages belong to other platforms; the entry without a name is the app itself.
  return Object.entries(wanted)
    .filter(([path, { optional }]) => path !== '' && !optional)
    .filter(([path, { version }]) => installed[path]?.version !== version)
    .map(([path]) => path);
}

/**
 * @param {string} lockfile
 * @returns {LockedPackages}
 */
function readPackages(lockfile) {
  if (!existsSync(lockfile)) return {};
  const lock = /** @type {{ packages: LockedPackages }} */ (readJson(lockfile));
  return lock.packages;
}
