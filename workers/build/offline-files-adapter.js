// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGE_FOLDER } from './language/build-language.js';
import { drawFirst } from './draw-first.js';
import { inlineScriptHashes, securityHeaders } from './security-headers.js';
import { sha256 } from './sha256.js';
import { filesIn } from './site-files.js';

/** @typedef {{ path: string, sha256: string, sizeBytes: number }} PrecachedFile */
/** @typedef {{ version: string, headers: Record<string, string>, files: PrecachedFile[] }} PrecacheList */

/** Files that the browser or the host reads by itself; the service worker must not keep them. */
const NOT_PRECACHED = ['_headers', '.nojekyll', 'precache.json', 'service-worker.js'];

/** Placeholder in src/service-worker/index.ts until the build is complete. */
const VERSION_PLACEHOLDER = '__PRECACHE_VERSION__';

/** Cloudflare Pages ignores longer lines in _headers. */
const HEADER_LINE_LIMIT = 2_000;

/**
 * Adds to a static site what it needs to run offline and confined on any host. SvelteKit's own list of files
 * ($service-worker) lacks the worker scripts and the WASM they load.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} folder where that adapter writes the site
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withOfflineFiles(adapter, folder) {
  return {
    ...adapter,
    name: `${adapter.name} with offline files`,
    async adapt(builder) {
      await adapter.adapt(builder);
      const pages = Array.from(builder.prerendered.pages.values(), ({ file }) =>
        join(folder, file),
      );
      for (const page of pages) writeFileSync(page, drawFirst(readFileSync(page, 'utf8')));
      const list = writeOfflineFiles(folder);
      builder.log(`Wrote headers and a precache list of ${list.files.length} files`);
    },
  };
}

/**
 * Writes the precache list and the headers, and puts the version into the service worker.
 * @param {string} folder
 * @returns {PrecacheList}
 */
export function writeOfflineFiles(folder) {
  const list = precacheList(folder);
  writeFileSync(join(folder, 'precache.json'), JSON.stringify(list, null, 1));
  writeFileSync(join(folder, '_headers'), headersFile(list.headers));
  // GitHub Pages leaves out folders that start with an underscore unless this file exists.
  writeFileSync(join(folder, '.nojekyll'), '');
  stampServiceWorker(join(folder, 'service-worker.js'), list.version);
  return list;
}

/**
 * @param {string} folder
 * @returns {PrecacheList}
 */
function precacheList(folder) {
  const paths = filesIn(folder).filter(
    (path) => !NOT_PRECACHED.includes(path) && !isFetchedOnDemand(path),
  );
  const files = paths.map((path) => describeFile(folder, path));
  const hashes = paths
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) => inlineScriptHashes(readFileSync(join(folder, path), 'utf8')));
  const headers = securityHeaders(hashes);
  const version = sha256(JSON.stringify({ headers, files })).slice(0, 16);
  return { version, headers, files };
}

/**
 * Returns whether a file is fetched on demand. Not every seller needs the language model, and it is larger than
 * everything else.
 * @param {string} path
 */
function isFetchedOnDemand(path) {
  return path.startsWith(`${LANGUAGE_FOLDER}/`);
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {PrecachedFile}
 */
function describeFile(folder, path) {
  const body = readFileSync(join(folder, path));
  return { path, sha256: sha256(body), sizeBytes: body.length };
}

/** @param {Record<string, string>} headers */
function headersFile(headers) {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  const longest = Math.max(...lines.map((line) => line.length));
  if (longest > HEADER_LINE_LIMIT)
    throw new Error(
      `expected header lines of at most ${HEADER_LINE_LIMIT} characters, got ${longest}`,
    );
  return [
    '/*',
    ...lines,
    '/_app/immutable/*',
    '  Cache-Control: public, max-age=31536000, immutable',
    '/service-worker.js',
    '  Cache-Control: no-cache',
    '',
  ].join('\n');
}

/**
 * Puts the version into the service worker. The browser compares the script's bytes to find an update.
 * @param {string} file
 * @param {string} version
 */
function stampServiceWorker(file, version) {
  const script = readFileSync(file, 'utf8');
  if (!script.includes(VERSION_PLACEHOLDER))
    throw new Error(`expected ${VERSION_PLACEHOLDER} in ${file}, found none`);
  writeFileSync(file, script.replaceAll(VERSION_PLACEHOLDER, version));
}
