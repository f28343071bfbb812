// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../git.js';

/**
 * @param {string} root
 * @returns {string[]} paths of the files that differ from the last commit, new ones included
 */
export function changedFiles(root) {
  const changed = git(root, 'diff', '--name-only', '--relative', 'HEAD');
  const added = git(root, 'ls-files', '--others', '--exclude-standard');
  return [...new Set([...changed, ...added])].filter((path) => existsSync(join(root, path)));
}
