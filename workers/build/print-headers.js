// @ts-check
// npm run --silent headers -- nginx: prints the headers of the built site in the syntax of a host that does not read
// _headers.
import { fileURLToPath } from 'node:url';
import { readJson } from './read-json.js';

/** @typedef {import('./offline-files-adapter.js').PrecacheList} PrecacheList */

/** @type {Record<string, (name: string, value: string) => string>} */
const LINES = {
  nginx: (name, value) => `add_header ${name} ${quoted(value)} always;`,
  apache: (name, value) => `Header always set ${name} ${quoted(value)}`,
  caddy: (name, value) => `header ${name} ${quoted(value)}`,
};

export const HOSTS = Object.keys(LINES);

/**
 * @param {string} host
 * @param {Readonly<Record<string, string>>} headers
 * @returns {string} one line per header
 * @throws {Error} for an unknown host
 */
export function headerLines(host, headers) {
  const line = LINES[host];
  if (!line) throw new Error(`expected one of ${HOSTS.join(', ')}, got ${host || 'nothing'}`);
  return Object.entries(headers)
    .map(([name, value]) => `${line(name, value)}\n`)
    .join('');
}

/**
 * Quotes a value. Throws where it contains a character that would end the quotes or begin a variable; no header of ours
 * does.
 * @param {string} value
 */
function quoted(value) {
  if (/["\\$%{}]/.test(value)) throw new Error(`expected a value that can be quoted, got ${value}`);
  return `"${value}"`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const list = fileURLToPath(new URL('../../build/precache.json', import.meta.url));
  const { headers } = /** @type {PrecacheList} */ (readJson(list));
  process.stdout.write(headerLines(process.argv[2] ?? '', headers));
}
