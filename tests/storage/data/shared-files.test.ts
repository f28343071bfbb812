import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sharedAddress, sharedCacheName, SHARED_NAME } from '#core/app/shared-files.ts';
import { deleteSharedFiles, saveSharedFiles, takeSharedFiles } from '#storage/data/shared-files.ts';
import { FakeCaches } from '../../support/fake-caches.ts';

const scope = 'https://shop.example/debut/';
const other = 'https://shop.example/';

beforeEach(async () => {
  const caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
  for (const each of [scope, other]) {
    const cache = await caches.open(sharedCacheName(each));
    const headers = { [SHARED_NAME]: encodeURIComponent('100%.csv') };
    await cache.put(sharedAddress(each, 0), new Response('a,b', { headers }));
  }
});
afterEach(() => vi.unstubAllGlobals());

it('takes the files of this copy of the app only', async () => {
  expect((await takeSharedFiles(scope)).map(({ name, size }) => [name, size])).toEqual([
    ['100%.csv', 3],
  ]);
  expect(await takeSharedFiles(scope)).toEqual([]);
  expect(await takeSharedFiles(other)).toHaveLength(1);
});

it('drops them', async () => {
  await deleteSharedFiles(scope);
  expect(await takeSharedFiles(scope)).toEqual([]);
  expect(await takeSharedFiles(other)).toHaveLength(1);
});

it('keeps files in place of those before, in their order, for the next page', async () => {
  const files = [new File(['a,b\n1,2'], '新品 1.csv'), new File(['c'], 'b.csv')];
  expect(await saveSharedFiles(scope, files)).toBe(true);
  const taken = await takeSharedFiles(scope);
  expect(taken.map(({ name }) => name)).toEqual(['新品 1.csv', 'b.csv']);
  expect(await taken[0]!.text()).toBe('a,b\n1,2');
  expect(await takeSharedFiles(other)).toHaveLength(1);
});

it('says where there is no room for them, and keeps no half', async () => {
  const caches = new FakeCaches();
  caches.isFull = true;
  vi.stubGlobal('caches', caches);
  expect(await saveSharedFiles(scope, [new File(['a'], 'a.csv')])).toBe(false);
  expect(await caches.keys()).toEqual([]);
});

it('finds none where a page has no caches', async () => {
  vi.stubGlobal('caches', undefined);
  await deleteSharedFiles(scope);
  expect(await takeSharedFiles(scope)).toEqual([]);
  expect(await saveSharedFiles(scope, [new File(['a'], 'a.csv')])).toBe(false);
});
