import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, isOurs } from '../../src/service-worker/answer.ts';
import { appCacheName } from '#core/app/app-cache.ts';
import { FakeCaches } from '../support/fake-caches.ts';

const scope = 'https://shop.example/debut/';
const site = { scope, version: 'v1' };
const headers = { 'Content-Security-Policy': "connect-src 'self'", 'Content-Type': 'text/html' };
const ask = (path: string, init?: RequestInit) => answer(new Request(scope + path, init), site);

const fetchFromHost = vi.fn<() => Promise<Response>>();

beforeEach(async () => {
  const caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('fetch', fetchFromHost);
  fetchFromHost.mockReset().mockRejectedValue(new TypeError('offline'));
  const cache = await caches.open(appCacheName(scope, 'v1'));
  for (const [path, body] of Object.entries({ '': 'start', 'data/': 'data', '404.html': 'none' }))
    await cache.put(scope + path, new Response(body, { headers }));
});
afterEach(() => vi.unstubAllGlobals());

describe('isOurs', () => {
  it.each([
    ['a page of the app', new Request(`${scope}data/?dataset=3`), true],
    ['the head of a script', new Request(`${scope}a.js`, { method: 'HEAD' }), true],
    ['a post', new Request(scope, { method: 'POST' }), false],
    ['another host', new Request('https://elsewhere.example/debut/'), false],
    ['another folder of the host', new Request('https://shop.example/'), false],
    ['the list of the newest version', new Request(`${scope}precache.json`), false],
    ['the newest service worker', new Request(`${scope}service-worker.js`), false],
  ])('reads %s', (_, request, ours) => {
    expect(isOurs(request, site)).toBe(ours);
  });
});

describe('answer', () => {
  it.each([
    ['', 200, 'start'],
    ['?dataset=3', 200, 'start'],
    ['index.html', 200, 'start'],
    ['data/', 200, 'data'],
    ['data/index.html', 200, 'data'],
    ['no/such/page/', 404, 'none'],
  ])('gives "%s" without asking the host when it is kept', async (path, status, body) => {
    const response = await ask(path);
    expect([response.status, await response.text()]).toEqual([status, body]);
    expect(response.headers.get('Content-Security-Policy')).toBe("connect-src 'self'");
    expect(fetchFromHost).toHaveBeenCalledTimes(status === 404 ? 1 : 0);
  });

  it('sends a folder without its slash to the folder', async () => {
    const response = await ask('data?dataset=3');
    expect(response.status).toBe(308);
    expect(response.headers.get('Location')).toBe(`${scope}data/?dataset=3`);
    expect(response.headers.get('Content-Security-Policy')).toBe("connect-src 'self'");
  });

  it('gives only the headers to a HEAD request', async () => {
    const response = await ask('data/', { method: 'HEAD' });
    expect(await response.text()).toBe('');
    expect(response.headers.get('Content-Type')).toBe('text/html');
  });

  it('adds the policy to what only the host has', async () => {
    const found = new Response('more', { headers: { 'Content-Type': 'text/javascript' } });
    fetchFromHost.mockResolvedValue(Object.defineProperty(found, 'type', { value: 'basic' }));
    const response = await ask('more.js');
    expect(await response.text()).toBe('more');
    expect(response.headers.get('Content-Security-Policy')).toBe("connect-src 'self'");
    expect(response.headers.get('Content-Type')).toBe('text/javascript');
  });
});
