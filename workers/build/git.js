// @ts-check
import { execFileSync } from 'node:child_process';

/**
 * @param {string} cwd
 * @param {...string} words
 * @returns {string[]} the lines that git prints
 */
export function git(cwd, ...words) {
  return execFileSync('git', words, { cwd, encoding: 'utf8' }).split('\n').filter(Boolean);
}
