// Columns that a seller calls as what every object answers to: they are columns like any other, from the file to a product that is changed.

import { beforeEach, expect, it } from 'vitest';
import { csvFile, jobFor, PLAIN_IMPORT } from '../../../support/csv-file.ts';
import { emptyDatabase } from '../../../support/database.ts';
import { launchOverview } from '#core/import/columns/launch-overview.ts';
import { productColumns, type NewProduct } from '#core/launch/new-product.ts';
import { withValue } from '#core/import/columns/unknown-values.ts';
import { loadLaunchTable } from '#storage/data/datasets.ts';
import { addProduct, editProducts, loadProducts } from '#storage/data/products.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';

const NAMES = ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'];

beforeEach(emptyDatabase);

async function imported(): Promise<number> {
  const rows = Array.from(
    { length: 20 },
    (_, i) =>
      `Mug ${i},2024-03-${10 + (i % 9)},${i + 1},${NAMES.map((name) => `${name} ${i % 3}`).join(',')}`,
  );
  const file = csvFile([`title,launch date,units,${NAMES.join(',')}`, ...rows].join('\n'));
  const mapping = {
    fields: { title: 'title', launchDate: 'launch date', units: 'units' },
    attributes: NAMES,
  };
  return (await importFile({ ...PLAIN_IMPORT, file, mapping, name: 'Spring' }, jobFor())).datasetId;
}

it('are stored and told with all their values', async () => {
  const table = await loadLaunchTable(await imported());
  expect(Object.keys(table.attributes)).toEqual(NAMES);
  for (const name of NAMES) {
    expect(Object.entries(table.attributes).find(([each]) => each === name)![1][4]).toBe(
      `${name} 1`,
    );
  }
  const { known, attributes } = launchOverview(table);
  expect(Object.entries(known.attributes)).toEqual(NAMES.map((name) => [name, 20]));
  expect(Object.keys(attributes)).toEqual(NAMES);
});

it('are kept of a product, and changed by name', async () => {
  const datasetId = await imported();
  const table = await loadLaunchTable(datasetId);
  const fields = { title: 'Cup', category: '', brand: '', listPrice: 5, unitCost: null };
  const attributes = Object.fromEntries(NAMES.map((name) => [name, `${name} 1`]));
  const bare = await addProduct(datasetId, { ...fields, attributes: {} });
  const full = await addProduct(datasetId, { ...fields, attributes });
  for (const name of NAMES)
    for (const from of [bare, full]) {
      const [known] = (await loadProducts(datasetId)).filter(({ id }) => id === from.id);
      const to = withValue(known!, { field: 'attribute', name }, `${name} 2`);
      await editProducts(datasetId, [{ from: known!, to }]);
    }
  const wanted = NAMES.map((name) => [name, `${name} 2`]);
  const entries = (product: NewProduct) => Object.entries(product.attributes);
  expect((await loadProducts(datasetId)).map(entries)).toEqual([wanted, wanted]);
  const columns = productColumns([bare, full], Object.keys(table.attributes));
  expect(Object.entries(columns.attributes)).toEqual(
    NAMES.map((name) => [name, ['', `${name} 1`]]),
  );
});
