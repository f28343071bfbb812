import '../support/database.ts';
import { liveQuery } from 'dexie';
import { describe, expect, it } from 'vitest';
import { database } from '#storage/database.ts';
import { loadSetting, saveSetting } from '#storage/settings.ts';

describe('the database', () => {
  it('is called debut and has one table for each thing that is kept', async () => {
    await database.open();
    expect(database.name).toBe('debut');
    expect(database.tables.map(({ name }) => name).sort()).toEqual([
      ...['columns', 'datasets', 'models', 'plans', 'products', 'settings'],
    ]);
  });

  it('lets a page watch what it loads', async () => {
    const seen: (string | undefined)[] = [];
    const query = liveQuery(() => loadSetting('currency'));
    await new Promise<void>((resolve) => {
      query.subscribe((currency) => {
        seen.push(currency);
        if (currency === 'EUR') resolve();
        else void saveSetting('currency', 'EUR');
      });
    });
    expect(seen).toEqual([undefined, 'EUR']);
  });
});
