import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bringsShared, takeShared } from '../../src/service-worker/take-shared-files.ts';
import { appCacheName } from '#core/app/app-cache.ts';
import { MOST_SHARED_FILES, sharedCacheName } from '#core/app/shared-files.ts';
import { takeSharedFiles } from '#storage/data/shared-files.ts';
import { FakeCaches } from '../support/fake-caches.ts';

const scope = 'https://shop.example/debut/';
const site = { scope, version: 'v1' };
const address = `${scope}share/`;
let caches: FakeCaches;

beforeEach(async () => {
  caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
  const headers = { 'Content-Security-Policy': "connect-src 'self'" };
  const kept = await caches.open(appCacheName(scope, 'v1'));
  await kept.put(scope, new Response('start', { headers }));
});
afterEach(() => vi.unstubAllGlobals());

async function share(files: readonly (File | string)[]): Promise<string | null> {
  const body = new FormData();
  for (const file of files) body.append('files', file);
  const answer = await takeShared(new Request(address, { method: 'POST', body }), site);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Content-Security-Policy')).toBe("connect-src 'self'");
  return answer.headers.get('Location');
}

const file = (name: string, content = 'title,units\n') => new File([content], name);
const textsOf = (files: readonly File[]) =>
  Promise.all(files.map(async (each) => `${each.name}: ${await each.text()}`));

describe('bringsShared', () => {
  it.each([
    ['a post to the address', address, 'POST', true],
    ['one with a search', `${address}?a=1`, 'POST', true],
    ['a look at it', address, 'GET', false],
    ['a post elsewhere', scope, 'POST', false],
    ['a post to another copy of the app', 'https://shop.example/share/', 'POST', false],
  ])('knows %s', (_, url, method, expected) => {
    expect(bringsShared(new Request(url, { method }), site)).toBe(expected);
  });
});

describe('takeShared', () => {
  it('keeps the files in their order until a page takes them, once', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `上新 & ${i}.csv`);
    expect(await share(names.map((name) => file(name, name)))).toBe(`${scope}data/?shared=yes`);
    expect(await textsOf(await takeSharedFiles(scope))).toEqual(
      names.map((name) => `${name}: ${name}`),
    );
    expect(await takeSharedFiles(scope)).toEqual([]);
    expect(await caches.keys()).not.toContain(sharedCacheName(scope));
  });

  it('lets go of what was shared before and never taken', async () => {
    await share([file('a.csv'), file('b.csv')]);
    await share([file('c.csv', 'new')]);
    expect(await textsOf(await takeSharedFiles(scope))).toEqual(['c.csv: new']);
  });

  it('keeps nothing of what is too much', async () => {
    const many = Array.from({ length: MOST_SHARED_FILES + 1 }, (_, i) => file(`${i}.csv`));
    expect(await share(many)).toBe(`${scope}data/?shared=too-large`);
    expect(await takeSharedFiles(scope)).toEqual([]);
  });

  it('says so where nothing came, where the disk is full, and where what came is no form', async () => {
    const failed = `${scope}data/?shared=failed`;
    expect(await share([])).toBe(failed);
    expect(await share(['only text'])).toBe(failed);
    caches.isFull = true;
    expect(await share([file('a.csv')])).toBe(failed);
    expect(await caches.keys()).not.toContain(sharedCacheName(scope));
    const answer = await takeShared(new Request(address, { method: 'POST', body: 'x' }), site);
    expect(answer.headers.get('Location')).toBe(failed);
  });
});
