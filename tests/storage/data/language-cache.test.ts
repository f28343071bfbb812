import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { languageFiles } from '#core/model/text/files.generated.ts';
import {
  deleteLanguageFile,
  saveLanguageFile,
  loadLanguageFile,
  listLanguageFiles,
  deleteLanguageFiles,
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
  expect(await loadLanguageFile(weights.name)).toBeUndefined();
  expect(await saveLanguageFile(weights.name, bytes)).toBe(true);
  expect(await loadLanguageFile(weights.name)).toEqual(bytes);
  expect(await listLanguageFiles()).toEqual([weights.name]);
  await deleteLanguageFile(weights.name);
  expect(await listLanguageFiles()).toEqual([]);
});

it('makes room by what no version of today asks for', async () => {
  await saveLanguageFile('weights.000000000000.bin', bytes);
  expect(await listLanguageFiles()).toEqual([]);
  expect(await loadLanguageFile('weights.000000000000.bin')).toEqual(bytes);
  await saveLanguageFile(weights.name, bytes);
  await saveLanguageFile(vocabulary.name, bytes);
  expect(await loadLanguageFile('weights.000000000000.bin')).toBeUndefined();
  expect(await listLanguageFiles()).toEqual([weights.name, vocabulary.name]);
});

it('stays when the app is updated, and goes when it is to be removed', async () => {
  await saveLanguageFile(weights.name, bytes);
  await dropOtherVersions('https://shop.example/', 'v2');
  expect(await loadLanguageFile(weights.name)).toEqual(bytes);
  await deleteLanguageFiles();
  expect(await loadLanguageFile(weights.name)).toBeUndefined();
});

it('does without where the disk is full, or the page is not secure', async () => {
  caches.isFull = true;
  expect(await saveLanguageFile(weights.name, bytes)).toBe(false);
  vi.stubGlobal('caches', undefined);
  expect(await saveLanguageFile(weights.name, bytes)).toBe(false);
  expect(await loadLanguageFile(weights.name)).toBeUndefined();
  expect(await listLanguageFiles()).toEqual([]);
  await deleteLanguageFiles();
});
