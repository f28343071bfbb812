import { beforeEach, expect, it } from 'vitest';
import { emptyDatabase } from '../../support/database.ts';
import { loadChoice } from '#state/base/stored-choice.ts';
import { database } from '#storage/database/database.ts';
import { saveSetting } from '#storage/app/settings.ts';

beforeEach(emptyDatabase);

it('reads what was chosen, and opens no database to find nothing', async () => {
  await database.delete({ disableAutoOpen: false });
  expect(await loadChoice('currency')).toBeUndefined();
  expect(await indexedDB.databases()).toEqual([]);
  await saveSetting('currency', 'EUR');
  expect(await loadChoice('currency')).toBe('EUR');
});
