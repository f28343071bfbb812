// @ts-check
// src/messages/{locale}/*.json → functions in .svelte-kit/messages, which the app imports as #messages.
// Nothing is fetched: the plugin that reads the files is an installed package.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@inlang/paraglide-js';
import { gatherMessages } from './gather-messages.js';
import { isolateValues } from '../isolate-values.js';
import { readJson } from '../read-json.js';
import { filesIn } from '../site-files.js';

const BASE_LOCALE = 'en';
const LOCALES = [BASE_LOCALE, 'zh'];
const SOURCES = 'src/messages';
const COMPILED = '.svelte-kit/messages';
const PROJECT = '.svelte-kit/messages.inlang';
const STAMP = 'sources.sha256';

/**
 * Compiles the messages, unless they are up to date.
 * @param {string} root
 */
export async function compileMessages(root) {
  const digest = sourceDigest(root);
  const stamp = join(root, COMPILED, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  writeProject(root);
  // Compiled in another folder and then moved, because another check may be reading this one.
  const aside = join(root, `${COMPILED}-${String(process.pid)}`);
  await compile({
    project: join(root, PROJECT),
    outdir: aside,
    strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
    localStorageKey: 'debut-locale',
    isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'",
    emitReadme: false,
    emitGitIgnore: false,
    emitPrettierIgnore: false,
  });
  const keys = keysOf(root);
  expectMessages(aside, keys);
  isolateValues(aside);
  gatherMessages(aside, keys);
  writeFileSync(join(aside, STAMP), digest);
  replaceFolder(join(root, COMPILED), aside);
}

/**
 * Compiles before anything is resolved, and again when a message file is saved.
 * @param {string} root
 * @returns {import('vite').Plugin}
 */
export function messages(root) {
  return {
    name: 'debut-messages',
    config: () => compileMessages(root),
    configureServer(server) {
      server.watcher.on('change', (path) => {
        if (path.startsWith(join(root, SOURCES)) && path.endsWith('.json'))
          void compileMessages(root);
      });
    },
  };
}

/**
 * Replaces a folder.
 * @param {string} folder
 * @param {string} next folder that takes its place
 */
function replaceFolder(folder, next) {
  const old = `${next}-old`;
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(next, folder);
  rmSync(old, { recursive: true, force: true });
}

/** @param {string} root */
function writeProject(root) {
  mkdirSync(join(root, PROJECT), { recursive: true });
  const settings = {
    baseLocale: BASE_LOCALE,
    locales: LOCALES,
    modules: ['../node_modules/@inlang/plugin-message-format/dist/index.js'],
    'plugin.inlang.messageFormat': {
      pathPattern: namespaces(root).map((file) => `../${SOURCES}/{locale}/${file}`),
    },
  };
  writeFileSync(join(root, PROJECT, 'settings.json'), JSON.stringify(settings));
}

/**
 * Throws where a message was not compiled: without its plugin, the compiler writes none and reports success.
 * @param {string} compiled
 * @param {readonly string[]} keys
 */
function expectMessages(compiled, keys) {
  const missing = keys.filter((key) => !existsSync(join(compiled, 'messages', `${key}.js`)));
  if (missing.length > 0) throw new Error(`messages were not compiled: ${missing.join(', ')}`);
}

/** @param {string} root */
function keysOf(root) {
  return namespaces(root).flatMap((file) => {
    const texts = readJson(join(root, SOURCES, BASE_LOCALE, file));
    return Object.keys(/** @type {Record<string, unknown>} */ (texts));
  });
}

/** @param {string} root */
function namespaces(root) {
  return readdirSync(join(root, SOURCES, BASE_LOCALE)).filter((name) => name.endsWith('.json'));
}

/** @param {string} root */
function sourceDigest(root) {
  const compiler = [
    'workers/build/messages/compile-messages.js',
    'workers/build/messages/gather-messages.js',
    'workers/build/isolate-values.js',
    'package-lock.json',
  ];
  const sources = filesIn(join(root, SOURCES)).map((path) => `${SOURCES}/${path}`);
  const digest = createHash('sha256');
  for (const path of [...compiler, ...sources.filter((path) => path.endsWith('.json'))]) {
    digest.update(`${path}\n`).update(readFileSync(join(root, path)));
  }
  return digest.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await compileMessages(fileURLToPath(new URL('../../..', import.meta.url)));
}
