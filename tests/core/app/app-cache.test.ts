import { expect, it } from 'vitest';
import { appCacheName, appCachePrefix, fileUrl } from '#core/app/app-cache.ts';

it('tells the caches of one copy of the app from those of a copy in a folder below', () => {
  const above = 'https://shop.example/';
  const below = 'https://shop.example/debut/';
  expect(appCacheName(below, 'v1').startsWith(appCachePrefix(below))).toBe(true);
  expect(appCacheName(below, 'v1').startsWith(appCachePrefix(above))).toBe(false);
});

it('keeps a page under the address of its folder, and shortens only index.html itself', () => {
  const scope = 'https://shop.example/debut/';
  expect(fileUrl(scope, 'index.html')).toBe(scope);
  expect(fileUrl(scope, 'data/index.html')).toBe(`${scope}data/`);
  expect(fileUrl(scope, 'my-index.html')).toBe(`${scope}my-index.html`);
});
