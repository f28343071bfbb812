// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './site-files.js';

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
 * Returns a digest of everything that the build is made from. The same sources give the same build, so an unchanged app
 * announces no update, and a stale build is detected whatever its file times.
 * @param {string} root
 */
export function sourceVersion(root) {
  const digest = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesAt(root, source))) {
    digest.update(`${path}\n`).update(readFileSync(join(root, path)));
  }
  return digest.digest('hex').slice(0, 16);
}

/**
 * @param {string} root
 * @param {string} source
 */
function filesAt(root, source) {
  const full = join(root, source);
  if (!statSync(full).isDirectory()) return [source];
  return filesIn(full).map((path) => `${source}/${path}`);
}
