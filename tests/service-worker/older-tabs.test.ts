import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { appCacheName } from '#core/app/app-cache.ts';
import { answer } from '../../src/service-worker/answer.ts';
import { OlderTabs } from '../../src/service-worker/older-tabs.ts';
import { FakeCaches } from '../support/fake-caches.ts';

const scope = 'https://shop.example/debut/';
const site = { scope, version: 'v2' };
const [before, now] = [appCacheName(scope, 'v1'), appCacheName(scope, 'v2')];
const SCRIPT = '_app/immutable/chunks/old.js';

let caches: FakeCaches;

beforeEach(async () => {
  caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  const older = await caches.open(before);
  for (const path of [SCRIPT, 'gone/', '']) await older.put(scope + path, new Response('of v1'));
  await (await caches.open(now)).put(scope, new Response('of v2'));
});
afterEach(() => vi.unstubAllGlobals());

const ask = (path: string) => answer(new Request(scope + path), site);
const textOf = async (path: string) => (await ask(path)).text();

it('gives a tab of the version before its scripts, and nothing else of it', async () => {
  await new OlderTabs(site).follow(['agreed', 'other']);
  expect(await textOf(SCRIPT)).toBe('of v1');
  expect(await textOf('')).toBe('of v2');
  expect((await ask('gone/')).type).toBe('error');
});

it('keeps that version until none of its tabs is left, however often the worker was ended meanwhile', async () => {
  await new OlderTabs(site).follow(['agreed', 'other']);
  await new OlderTabs(site).dropUnused(() => Promise.resolve(['agreed again', 'other']));
  expect(await caches.keys()).toEqual([before, now]);
  await new OlderTabs(site).dropUnused(() => Promise.resolve(['agreed again', 'other again']));
  expect(await caches.keys()).toEqual([now]);
  expect(await (await caches.open(now)).keys()).toHaveLength(1);
});

it('keeps nothing where one tab alone was there, which loads itself again', async () => {
  await new OlderTabs(site).follow(['agreed']);
  expect(await caches.keys()).toEqual([now]);
});

it('asks for no tabs where nothing is kept for them', async () => {
  const open = vi.fn(() => Promise.resolve([]));
  const older = new OlderTabs(site);
  await older.dropUnused(open);
  await older.dropUnused(open);
  expect(open).not.toHaveBeenCalled();
  expect(await caches.keys()).toEqual([before, now]);
});
