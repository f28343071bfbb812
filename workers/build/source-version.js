// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'src',
  'static',
  'workers',
];

/**
 * A digest of everything the build is made from: the same sources give the same build, so that an
 * unchanged app never announces an update, and a stale build is known whatever the file times say.
 * @param {string} root
 */
export function sourceVersion(root) {
  const digest = createHash('sha256');
  for (const source of SOURCES) addPath(digest, root, source);
  return digest.digest('hex').slice(0, 16);
}

/**
 * @param {import('node:crypto').Hash} digest
 * @param {string} root
 * @param {string} path
 */
function addPath(digest, root, path) {
  const full = join(root, path);
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addPath(digest, root, `${path}/${name}`);
  } else {
    digest.update(`${path}\n`).update(readFileSync(full));
  }
}
