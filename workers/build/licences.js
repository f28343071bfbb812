// @ts-check
// Lists every package whose code or files are really in the build, with its licence's own words, as the bundler tells it: of pages and of workers alike.
// Vite's `build.license` knows of the pages' modules only, and of no fonts, WebAssembly or data. A package without words or with a licence that is
// not agreed to stops the build.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SHIPPED_DATA, SUPPLIED_LICENCES } from './licence-facts.js';
import { readJson } from './read-json.js';

/** @typedef {import('../../src/core/shipped-licence.ts').ShippedLicence} ShippedLicence */
/** @typedef {import('./licence-facts.js').ShippedData} ShippedData */

/** In the built site. */
export const LICENCE_FILE = 'licences.json';

/** What may be shipped: permissive ones, and for fonts and data those that ask for no more than a name and the same terms for themselves. */
const AGREED = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Zlib'],
  ...['OFL-1.1', 'CC-BY-4.0', 'CC-BY-SA-3.0', 'CC-BY-SA-4.0'],
]);

const LICENCE_FILES = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;
const NOTICE_FILES = /^notice(?:\..*)?$/i;

/** Code that is written by packages while they build, and whose it is. */
const WRITTEN = /** @type {const} */ ([
  [/^\0vite\//, 'vite'],
  [/^\0(?:commonjsHelpers|.*\?commonjs-)/, 'vite'],
  [/\/\.svelte-kit\/generated\//, '@sveltejs/kit'],
  [/^\0virtual:__sveltekit\//, '@sveltejs/kit'],
  [/\/\.svelte-kit\/messages\//, '@inlang/paraglide-js'],
  [/\/kernels\.generated\.ts$/, 'assemblyscript'],
]);

/**
 * @param {string} root
 * @param {readonly ShippedData[]} [data] what is shipped and no module
 * @returns {{ ofPages: () => import('vite').Plugin, ofWorkers: () => import('vite').Plugin }}
 */
export function licences(root, data = SHIPPED_DATA) {
  /** @type {Set<string>} folders of packages */
  const folders = new Set();
  /** @param {string} id of a module or a file */
  const note = (id) => {
    const folder = packageFolder(root, id);
    if (folder !== null) folders.add(folder);
  };
  return {
    ofWorkers: () => ({
      name: 'debut-licences-of-workers',
      generateBundle: (_, bundle) => shippedIds(bundle).forEach(note),
    }),
    ofPages: () => ({
      name: 'debut-licences',
      // Workers are bundled before: pages hold their addresses.
      generateBundle(_, bundle) {
        if (this.environment.name !== 'client') return;
        shippedIds(bundle).forEach(note);
        const list = [...[...folders].map(packageLicence), ...data.map(dataLicence(root))];
        list.sort((a, b) => (a.name < b.name ? -1 : 1));
        this.emitFile({
          type: 'asset',
          fileName: LICENCE_FILE,
          source: JSON.stringify(list, null, 1),
        });
      },
    }),
  };
}

/**
 * Modules of which something is left, and the files that they brought along.
 * @param {import('vite').Rolldown.OutputBundle} bundle
 * @returns {string[]}
 */
export function shippedIds(bundle) {
  return Object.values(bundle).flatMap((part) =>
    part.type === 'asset'
      ? part.originalFileNames
      : Object.entries(part.modules).flatMap(([id, { renderedLength }]) =>
          renderedLength > 0 ? [id] : [],
        ),
  );
}

/**
 * @param {string} root
 * @param {string} id
 * @returns {string | null} null for code of our own
 */
export function packageFolder(root, id) {
  const writer = WRITTEN.find(([pattern]) => pattern.test(id));
  if (writer) return join(root, 'node_modules', writer[1]);
  const path = resolve(root, id.replace(/^\0/, '').replace(/\?.*$/, ''));
  const inPackage = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path);
  if (!inPackage) return null;
  const folder = inPackage[0];
  return existsSync(join(folder, 'package.json')) ? folder : packageFolder(root, dirname(folder));
}

/**
 * @param {string} folder
 * @returns {ShippedLicence}
 */
export function packageLicence(folder) {
  const { name, version, license } =
    /** @type {{ name: string, version: string, license?: string }} */ (
      readJson(join(folder, 'package.json'))
    );
  const supplied = SUPPLIED_LICENCES[name];
  const licence = agreed(name, license ?? supplied?.licence);
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILES.test(file) || NOTICE_FILES.test(file))
    .map((file) => ownWords(readFileSync(join(folder, file), 'utf8')));
  const own = readdirSync(folder).some((file) => LICENCE_FILES.test(file));
  if (!own && supplied?.text) texts.unshift(supplied.text);
  else if (!own) throw new Error(`expected a licence's words in ${name} ${version}, found none`);
  return { name, version, licence, text: texts.join('\n\n') };
}

/** Without those of what a package bundles for its own use, as Vite's does: none of it is in the build. @param {string} text */
function ownWords(text) {
  return text.replace(/^# Licenses of bundled dependencies$[^]*/m, '').trim();
}

/**
 * @param {string} root
 * @returns {(data: ShippedData) => ShippedLicence}
 */
function dataLicence(root) {
  return ({ name, source, licence, notice }) => {
    const { version } = /** @type {{ version: string }} */ (
      source ? readJson(join(root, 'node_modules', source, 'package.json')) : { version: '' }
    );
    return { name, version, licence: agreed(name, licence), text: notice };
  };
}

/**
 * @param {string} name
 * @param {string | undefined} licence
 * @returns {string}
 */
function agreed(name, licence) {
  if (licence !== undefined && AGREED.has(licence)) return licence;
  throw new Error(`expected an agreed licence of ${name}, got ${licence ?? 'none'}`);
}
