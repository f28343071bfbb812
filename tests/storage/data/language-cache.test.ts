import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { languageFiles } from '#core/model/text/files.generated.ts';
import {
  dropLanguageFile,
  keepLanguageFile,
  keptLanguageFile,
  keptLanguageFiles,
  removeLanguageFiles,
} from '#storage/data/language-cache.ts';
import { dropOtherVersions } from '../../../src/service-worker/precache.ts';
import { FakeCaches } from '../../support/fake-caches.ts';

const { weights, vocabulary } = languageFiles;
const bytes = Uint8Array.of(1, 2, 3);

let caches: FakeCaches;
beforeEach(() => {
  caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
});
afterEach(() => vi.unstubAllGlobals());

it('gives back what it keeps, until it is dropped', async () => {
  expect(await keptLanguageFile(weights.name)).toBeUndefined();
  expect(await keepLanguageFile(weights.name, bytes)).toBe(true);
  expect(await keptLanguageFile(weights.name)).toEqual(bytes);
  expect(await keptLanguageFiles()).toEqual([weights.name]);
  await dropLanguageFile(weights.name);
  expect(await keptLanguageFiles()).toEqual([]);
});

it('makes room by what no version of today asks for', async () => {
  await keepLanguageFile('weights.000000000000.bin', bytes);
  expect(await keptLanguageFiles()).toEqual([]);
  expect(await keptLanguageFile('weights.000000000000.bin')).toEqual(bytes);
  await keepLanguageFile(weights.name, bytes);
  await keepLanguageFile(vocabulary.name, bytes);
  expect(await keptLanguageFile('weights.000000000000.bin')).toBeUndefined();
  expect(await keptLanguageFiles()).toEqual([weights.name, vocabulary.name]);
});

it('stays when the app is updated, and goes when it is to be removed', async () => {
  await keepLanguageFile(weights.name, bytes);
  await dropOtherVersions('https://shop.example/', 'v2');
  expect(await keptLanguageFile(weights.name)).toEqual(bytes);
  await removeLanguageFiles();
  expect(await keptLanguageFile(weights.name)).toBeUndefined();
});

it('does without where the disk is full, or the page is not secure', async () => {
  caches.isFull = true;
  expect(await keepLanguageFile(weights.name, bytes)).toBe(false);
  vi.stubGlobal('caches', undefined);
  expect(await keepLanguageFile(weights.name, bytes)).toBe(false);
  expect(await keptLanguageFile(weights.name)).toBeUndefined();
  expect(await keptLanguageFiles()).toEqual([]);
  await removeLanguageFiles();
});
