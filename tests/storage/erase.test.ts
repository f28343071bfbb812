import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, everythingStored } from '../support/database.ts';
import { database } from '#storage/database.ts';
import { eraseAll } from '#storage/erase.ts';

beforeEach(emptyDatabase);

describe('deleting everything', () => {
  it('leaves no row in any table', async () => {
    await database.settings.put({ name: 'currency', value: 'EUR' });
    await database.products.put({ datasetId: 1, products: [] });
    await database.columns.put({
      datasetId: 1,
      name: 'units',
      chunk: 0,
      bytes: new ArrayBuffer(8),
    });
    await eraseAll('https://shop.example/');
    const rows = Object.values(await everythingStored()).flat();
    expect(rows).toEqual([]);
  });
});
