// @ts-check
// Lists every package with code or files in the build, with the text of its licence, as the bundler reports it for
// pages and workers. Vite's `build.license` covers only the pages' modules, not fonts, WebAssembly or data. The build
// fails for a package without a licence text, or with a licence that is not agreed to.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SHIPPED_DATA, SUPPLIED_LICENCES } from './licence-facts.js';
import { readJson } from '../read-json.js';

/** @typedef {import('../../../src/core/app/shipped-licence.ts').ShippedLicence} ShippedLicence */
/** @typedef {import('./licence-facts.js').ShippedData} ShippedData */

/** Path in the built site. */
export const LICENCE_FILE = 'licences.json';

/**
 * Licences that may ship: permissive ones. Fonts and data may also have those that ask only for attribution and the
 * same terms for themselves.
 */
const AGREED = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Zlib'],
  ...['OFL-1.1', 'CC-BY-4.0', 'CC-BY-SA-3.0', 'CC-BY-SA-4.0'],
]);

const LICENCE_FILES = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;
const NOTICE_FILES = /^notice(?:\..*)?$/i;

/** Code that packages generate during the build, and the package that it belongs to. */
const WRITTEN = /** @type {const} */ ([
  [/^\0vite\//, 'vite'],
  [/^\0(?:commonjsHelpers|.*\?commonjs-)/, 'vite'],
  [/\/\.svelte-kit\/generated\//, '@sveltejs/kit'],
  [/^\0virtual:__sveltekit\//, '@sveltejs/kit'],
  [/\/\.svelte-kit\/messages\//, '@inlang/paraglide-js'],
  [/\/kernels\.generated\.ts$/, 'assemblyscript'],
]);

/**
 * Returns plugins that note what pages and workers contain; that of the pages writes the list.
 * @param {string} root
 * @param {readonly ShippedData[]} [data] data that ships without being a module
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
      // Workers are bundled first, because pages hold their addresses.
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
 * Returns the modules that left something in the bundle, and the files that they brought along.
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
 * @returns {string | null} the folder of the package that a module or file belongs to; null for our own code
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
 * Returns the licence of a package with its text.
 * @param {string} folder
 * @returns {ShippedLicence}
 * @throws {Error} where it has no licence text, or a licence that is not agreed to
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

/**
 * Drops the licences of what a package bundles for its own use, as in the text of Vite: none of that is in the build.
 * @param {string} text
 */
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
