import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { OtherTabs } from '#state/app/other-tabs.svelte.ts';
import type { onTabConflict } from '#storage/database/other-tabs.ts';

describe('OtherTabs', () => {
  it('must be reloaded where the database is another’s or gone, not while it is waited for', () => {
    let tell: Parameters<typeof onTabConflict>[0] | undefined;
    const tabs = new OtherTabs((listener) => {
      tell = listener;
    });
    tabs.listen();
    const must = ([null, 'blocked', 'outdated', 'deleted'] as const).map((conflict) => {
      tell?.(conflict);
      return tabs.mustReload;
    });
    expect(must).toEqual([false, false, true, true]);
  });

  it('shows what stands in the way, and that it is gone', () => {
    let tell: Parameters<typeof onTabConflict>[0] | undefined;
    const tabs = new OtherTabs((listener) => {
      tell = listener;
    });
    tabs.listen();
    const seen: unknown[] = [];
    const stop = $effect.root(() => {
      $effect(() => void seen.push(tabs.conflict));
    });
    for (const conflict of ['blocked', null, 'outdated'] as const) {
      flushSync();
      tell?.(conflict);
    }
    flushSync();
    expect(seen).toEqual([null, 'blocked', null, 'outdated']);
    stop();
  });
});
