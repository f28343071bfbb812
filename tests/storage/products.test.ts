import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../support/database.ts';
import { launchTable } from '../support/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { saveDataset } from '#storage/datasets.ts';
import { addProducts, loadProducts, removeProduct, saveProducts } from '#storage/products.ts';

function product(id: string, title = id): NewProduct {
  return { id, title, category: '', brand: '', listPrice: 5, unitCost: null, attributes: {} };
}

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  const saved = await saveDataset({
    sample: null,
    importedAt: 1,
    report,
    table: launchTable([{}]),
  });
  ({ datasetId } = saved);
});

const titles = async (): Promise<string[]> =>
  (await loadProducts(datasetId)).map(({ title }) => title);

describe('products', () => {
  it('keep their order', async () => {
    await saveProducts(datasetId, [product('z'), product('a')]);
    await addProducts(datasetId, [product('m')]);
    expect(await titles()).toEqual(['z', 'a', 'm']);
  });

  it('take the place of one with the same id', async () => {
    await saveProducts(datasetId, [product('a', 'Mug'), product('b', 'Cup')]);
    await addProducts(datasetId, [product('a', 'Blue mug')]);
    expect(await titles()).toEqual(['Blue mug', 'Cup']);
  });

  it('can be removed one by one or replaced together', async () => {
    await saveProducts(datasetId, [product('a'), product('b'), product('c')]);
    await removeProduct(datasetId, 'b');
    expect(await titles()).toEqual(['a', 'c']);
    await saveProducts(datasetId, [product('d')]);
    expect(await titles()).toEqual(['d']);
  });

  it('lose nothing when two parts of the app add at once', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => addProducts(datasetId, [product(id)])));
    expect((await titles()).sort()).toEqual(['a', 'b', 'c']);
  });
});
