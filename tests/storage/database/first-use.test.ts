import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDatabase } from '../../support/database.ts';
import { databaseExists, whenDatabaseExists } from '#storage/database/first-use.ts';
import { database } from '#storage/database/database.ts';
import { saveSetting } from '#storage/app/settings.ts';

beforeEach(emptyDatabase);

describe('the beginning of storage', () => {
  it('is when something is stored for the first time', async () => {
    await database.delete({ disableAutoOpen: false });
    expect(await databaseExists()).toBe(false);
    let isOver = false;
    const beginning = whenDatabaseExists().then(() => (isOver = true));
    await new Promise((resolve) => setTimeout(resolve));
    expect(isOver).toBe(false);
    await saveSetting('currency', 'EUR');
    await beginning;
    expect(await databaseExists()).toBe(true);
  });

  it('is over where there is a database', async () => {
    await saveSetting('currency', 'EUR');
    await whenDatabaseExists();
    expect(await databaseExists()).toBe(true);
  });

  it('is taken for over where the browser cannot tell', async () => {
    vi.spyOn(indexedDB, 'databases').mockImplementation(() => {
      throw new TypeError('indexedDB.databases is not a function');
    });
    expect(await databaseExists()).toBe(true);
    vi.restoreAllMocks();
  });
});
