// @ts-check
// npm run release: writes release/debut-VERSION.zip from a clean tree, the same bytes each time: the built site, how to
// host it, what is new, the licences, the list of packages and the checksums of all of it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { build } from './build.js';
import { npm } from './commands.js';
import { git } from './git.js';
import { LICENCE_FILE } from './licences/licences.js';
import { readJson } from './read-json.js';
import { sha256 } from './sha256.js';
import { filesIn } from './site-files.js';

/** @typedef {Record<string, Uint8Array>} Files content by path */
/** @typedef {import('../../src/core/app/shipped-licence.ts').ShippedLicence} ShippedLicence */
/**
 * @typedef {object} Sbom What a CycloneDX list says of the moment and the folder in which it was made.
 * @property {string} [serialNumber]
 * @property {{ timestamp?: string, component: { name: string } }} metadata
 */

/** The oldest date that a ZIP file can hold, in any time zone. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * Returns a ZIP file of the files in a folder of its own, with a list of their SHA-256 for `sha256sum -c`. The same files
 * give the same bytes.
 * @param {string} folder
 * @param {Files} files
 */
export function archiveOf(folder, files) {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const sums = sorted.map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join('');
  /** @type {Files} */
  const placed = {};
  for (const [path, bytes] of [...sorted, /** @type {const} */ (['SHA256SUMS', strToU8(sums)])])
    placed[`${folder}/${path}`] = bytes;
  return zipSync(placed, { level: 9, mtime: NO_DATE });
}

/**
 * Returns the list of packages without what differs from run to run.
 * @param {Sbom} sbom
 * @param {string} name
 */
export function lastingSbom(sbom, name) {
  const { component } = sbom.metadata;
  const metadata = { ...sbom.metadata, timestamp: undefined, component: { ...component, name } };
  return { ...sbom, serialNumber: undefined, metadata };
}

/** @param {readonly ShippedLicence[]} licences */
export function licenceText(licences) {
  return licences
    .map(({ name, version, licence, text }) => {
      const titled = version === '' ? name : `${name} ${version}`;
      return `${titled}: ${licence}\n\n${text.trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * @param {string} root
 * @returns {Promise<void>}
 * @throws {Error} where the tree is not clean, or a step fails
 */
async function release(root) {
  const changed = git(root, 'status', '--porcelain');
  if (changed.length > 0)
    throw new Error(
      `expected a clean tree, got changes. Commit or stash them:\n${changed.join('\n')}`,
    );
  const built = await build(root, 'warn');
  if (built.status !== 0) throw new Error(built.output);
  const listed = await npm(root, 'run', '--silent', 'sbom');
  if (listed.status !== 0) throw new Error(listed.output);

  const { name, version } = /** @type {{ name: string, version: string }} */ (
    readJson(join(root, 'package.json'))
  );
  const sbom = lastingSbom(/** @type {Sbom} */ (JSON.parse(listed.output)), name);
  const licences = /** @type {ShippedLicence[]} */ (readJson(join(root, 'build', LICENCE_FILE)));
  /** @param {string} path */
  const read = (path) => new Uint8Array(readFileSync(join(root, path)));
  /** @type {Files} */
  const files = {
    LICENSE: read('LICENSE'),
    'CHANGELOG.md': read('CHANGELOG.md'),
    'HOSTING.md': read('workers/build/README.md'),
    'LICENCES-OF-PACKAGES.txt': strToU8(licenceText(licences)),
    'sbom.json': strToU8(`${JSON.stringify(sbom, null, 2)}\n`),
  };
  for (const path of filesIn(join(root, 'build'))) files[`site/${path}`] = read(`build/${path}`);

  const archive = archiveOf(`${name}-${version}`, files);
  const path = `release/${name}-${version}.zip`;
  mkdirSync(join(root, 'release'), { recursive: true });
  writeFileSync(join(root, path), archive);
  console.log(`${sha256(archive)}  ${path}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await release(fileURLToPath(new URL('../..', import.meta.url)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
