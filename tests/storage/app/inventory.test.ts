import { emptyDatabase } from '../../support/database.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { appCacheName } from '#core/app/app-cache.ts';
import { database } from '#storage/database/database.ts';
import { takeInventory } from '#storage/app/inventory.ts';
import { sharedCacheName } from '#core/app/shared-files.ts';
import { LANGUAGE_CACHE } from '#storage/data/language-cache.ts';
import { FakeCaches } from '../../support/fake-caches.ts';

const scope = 'https://shop.example/debut/';

beforeEach(emptyDatabase);
afterEach(() => vi.unstubAllGlobals());

it('counts every table once, whichever group it is in', async () => {
  const rows = database.tables.map((table) => {
    const path = table.schema.primKey.keyPath!;
    const key = Object.fromEntries([path].flat().map((name) => [name, 1]));
    return table.add(key);
  });
  await Promise.all(rows);
  const groups = await takeInventory(scope);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(database.tables.length);
  for (const { kind, bytes } of groups.slice(0, 5)) expect(bytes, kind).toBeGreaterThan(0);
});

it('measures the caches of this copy of the app, of the language model and of what was shared, and no others', async () => {
  const caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
  for (const [name, size] of [
    [appCacheName(scope, 'v1'), 100],
    [appCacheName(scope, 'v2'), 50],
    [appCacheName('https://shop.example/', 'v1'), 7],
    [LANGUAGE_CACHE, 1_000],
    [sharedCacheName(scope), 30],
    [sharedCacheName('https://shop.example/'), 7],
    ['of another program', 7],
  ] as const)
    await (await caches.open(name)).put('file', new Response(new Uint8Array(size)));
  const groups = await takeInventory(scope);
  const [app, language, shared] = groups.slice(5);
  expect(app).toMatchObject({ kind: 'app', count: 2, bytes: 150 });
  expect(language).toMatchObject({ kind: 'language', places: [LANGUAGE_CACHE], bytes: 1_000 });
  expect(shared).toMatchObject({ kind: 'shared', places: [sharedCacheName(scope)], bytes: 30 });
});

it('finds nothing where nothing is, and no caches where a page has none', async () => {
  const groups = await takeInventory(scope);
  expect(groups.map(({ count, bytes }) => count + bytes)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
