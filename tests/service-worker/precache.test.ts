import { appCacheName, precacheListUrl } from '#core/app/app-cache.ts';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dropOtherVersions, fillCache } from '../../src/service-worker/precache.ts';
import { FakeCaches } from '../support/fake-caches.ts';

const scope = 'https://shop.example/debut/';
const headers = { 'Content-Security-Policy': "connect-src 'self'" };
const site = new Map([
  ['', '<h1>Start</h1>'],
  ['data/', '<h1>Data</h1>'],
  ['_app/kernels.wasm', 'wasm'],
]);
const files = ['index.html', 'data/index.html', '_app/kernels.wasm'].map((path) => ({
  path,
  sha256: createHash('sha256')
    .update(site.get(path.replace('index.html', '')) ?? '')
    .digest('hex'),
}));

let caches: FakeCaches;
let host: Map<string, string>;

beforeEach(() => {
  caches = new FakeCaches();
  host = new Map([...site, ['precache.json', JSON.stringify({ version: 'v1', headers, files })]]);
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('fetch', (url: string | URL) => {
    const body = host.get(String(url).slice(scope.length));
    return Promise.resolve(
      new Response(body ?? 'gone', { status: body === undefined ? 404 : 200 }),
    );
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('fillCache', () => {
  it('keeps every file under its address, pages under their folder, with our headers', async () => {
    await fillCache(scope, 'v1');
    const cache = await caches.open(appCacheName(scope, 'v1'));
    expect((await cache.keys()).map(({ url }) => url.slice(scope.length))).toEqual([
      ...site.keys(),
      'precache.json',
    ]);
    const list: unknown = await (await cache.match(precacheListUrl(scope)))?.json();
    expect(list).toEqual({ version: 'v1', headers, files });
    const page = await cache.match(`${scope}data/`);
    expect(await page?.text()).toBe('<h1>Data</h1>');
    expect(page?.headers.get('Content-Security-Policy')).toBe("connect-src 'self'");
  });

  it.each([
    ['a file is missing', () => host.delete('_app/kernels.wasm'), '_app/kernels.wasm'],
    ['a file is another one', () => host.set('data/', '<h1>Ads</h1>'), 'data/index.html'],
    ['the host already has the next version', () => host.set('precache.json', '{}'), 'version v1'],
    ['the list is missing', () => host.delete('precache.json'), '404'],
    ['the disk is full', () => (caches.isFull = true), 'Quota'],
  ])('keeps nothing when %s', async (_, spoil, message) => {
    spoil();
    await expect(fillCache(scope, 'v1')).rejects.toThrow(message);
    expect(await caches.keys()).toEqual([]);
  });
});

describe('dropOtherVersions', () => {
  it('leaves this version, and what belongs to others on the same host', async () => {
    const others = [appCacheName('https://shop.example/', 'v1'), 'of another program'];
    for (const name of [...others, appCacheName(scope, 'v1'), appCacheName(scope, 'v2')])
      await caches.open(name);
    await dropOtherVersions(scope, 'v2');
    expect(await caches.keys()).toEqual([...others, appCacheName(scope, 'v2')]);
  });
});
