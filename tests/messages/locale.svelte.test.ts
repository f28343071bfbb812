import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { m } from '#messages';
import { followLocale, switchLocale } from '#messages/locale.svelte.ts';
import { localStorageKey } from '#messages/runtime';

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

/** The modules as a fresh page loads them. */
async function openPage({ prefers, chose }: { prefers: readonly string[]; chose?: string }) {
  vi.resetModules();
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(prefers);
  if (chose !== undefined) localStorage.setItem(localStorageKey, chose);
  const locale = await import('#messages/locale.svelte.ts');
  const { m } = await import('#messages');
  locale.followLocale();
  return { m, switchLocale: locale.switchLocale };
}

describe('the language on screen', () => {
  it.each([
    { says: 'the one that the browser prefers', prefers: ['zh-CN', 'en'], shown: '计划' },
    { says: 'the first preferred one there is', prefers: ['fr', 'zh', 'en'], shown: '计划' },
    { says: 'English where none is known', prefers: ['fr'], shown: 'Plan' },
    { says: 'the chosen one before any other', prefers: ['zh-CN'], chose: 'en', shown: 'Plan' },
    { says: 'no language that does not exist', prefers: ['zh-CN'], chose: 'xx', shown: '计划' },
  ])('is $says', async ({ prefers, chose, shown }) => {
    const { m } = await openPage({ prefers, ...(chose ? { chose } : {}) });
    expect(m.pages_plan()).toBe(shown);
  });

  it('is remembered only when it was chosen', async () => {
    const { m, switchLocale } = await openPage({ prefers: ['zh-CN'] });
    expect(m.pages_plan()).toBe('计划');
    expect(localStorage.getItem(localStorageKey)).toBeNull();
    switchLocale('en');
    expect(localStorage.getItem(localStorageKey)).toBe('en');
  });

  it('changes every text in place', () => {
    followLocale();
    const seen: string[] = [];
    const stop = $effect.root(() => {
      $effect(() => void seen.push(m.pages_plan()));
    });
    flushSync();
    switchLocale('zh');
    flushSync();
    expect(seen).toEqual(['Plan', '计划']);
    expect(document.documentElement.lang).toBe('zh-CN');
    stop();
  });

  it('is the one that the app would be installed in, whatever folder hosts it', () => {
    const link = document.createElement('link');
    link.rel = 'manifest';
    link.href = 'https://shop.example/some/path/manifest.webmanifest';
    document.head.append(link);
    switchLocale('zh');
    expect(link.href).toBe('https://shop.example/some/path/manifest.zh.webmanifest');
    switchLocale('en');
    expect(link.href).toBe('https://shop.example/some/path/manifest.webmanifest');
    link.remove();
  });
});
