import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDatabase } from '../../support/database.ts';
import { LiveQuery } from '#state/base/live-query.svelte.ts';
import { later } from '#state/base/later.ts';
import { database } from '#storage/database/database.ts';
import { databaseExists } from '#storage/database/first-use.ts';
import { loadSetting, saveSetting } from '#storage/app/settings.ts';

function watched<T>(query: LiveQuery<T>) {
  const seen: { current: T; failure: unknown }[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push({ current: query.current, failure: query.failure });
    });
  });
  const last = () => {
    flushSync();
    return seen.at(-1)!;
  };
  return { last, stop };
}

beforeEach(emptyDatabase);

describe('LiveQuery', () => {
  it('reads again when what it read has changed', async () => {
    const { last, stop } = watched(new LiveQuery(() => loadSetting('currency'), 'none yet'));
    expect(last()).toEqual({ current: 'none yet', failure: null });
    await vi.waitFor(() => expect(last().current).toBeUndefined());
    await saveSetting('currency', 'EUR');
    await vi.waitFor(() => expect(last()).toEqual({ current: 'EUR', failure: null }));
    stop();
  });

  it('keeps track across functions that are fetched when they are called', async () => {
    const stored = later(() => import('#storage/app/settings.ts'));
    const query = new LiveQuery(async () => {
      await stored.loadSetting('currentDatasetId');
      return stored.loadSetting('currency');
    }, undefined);
    const { last, stop } = watched(query);
    last();
    await saveSetting('currency', 'EUR');
    await vi.waitFor(() => expect(last().current).toBe('EUR'));
    await saveSetting('currency', 'GBP');
    await vi.waitFor(() => expect(last().current).toBe('GBP'));
    stop();
  });

  it('asks nothing of a database that is not there, and reads once it is', async () => {
    // What earlier tests left under way may create it once more.
    await vi.waitFor(async () => {
      await database.delete({ disableAutoOpen: false });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await databaseExists()).toBe(false);
    });
    const ask = vi.fn(() => loadSetting('currency'));
    const { last, stop } = watched(new LiveQuery(ask, 'unknown', { ifNothing: 'none' }));
    expect(last().current).toBe('unknown');
    await vi.waitFor(() => expect(last().current).toBe('none'));
    expect(ask).not.toHaveBeenCalled();
    await saveSetting('currency', 'EUR');
    await vi.waitFor(() => expect(last().current).toBe('EUR'));
    stop();
  });

  it('tells why a query failed, keeps what it had, and recovers with the next that works', async () => {
    const error = new Error('unreadable');
    const query = new LiveQuery(async () => {
      const currency = await loadSetting('currency');
      if (currency === 'broken') throw error;
      return currency;
    }, undefined);
    const { last, stop } = watched(query);
    last();
    await saveSetting('currency', 'EUR');
    await vi.waitFor(() => expect(last().current).toBe('EUR'));
    await saveSetting('currency', 'broken');
    await vi.waitFor(() => expect(last()).toEqual({ current: 'EUR', failure: error }));
    await saveSetting('currency', 'GBP');
    await vi.waitFor(() => expect(last()).toEqual({ current: 'GBP', failure: null }));
    stop();
  });
});
