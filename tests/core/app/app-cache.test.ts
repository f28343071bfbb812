import { expect, it } from 'vitest';
import { appCacheName, appCachePrefix } from '#core/app/app-cache.ts';

it('tells the caches of one copy of the app from those of a copy in a folder below', () => {
  const above = 'https://shop.example/';
  const below = 'https://shop.example/debut/';
  expect(appCacheName(below, 'v1').startsWith(appCachePrefix(below))).toBe(true);
  expect(appCacheName(below, 'v1').startsWith(appCachePrefix(above))).toBe(false);
});
