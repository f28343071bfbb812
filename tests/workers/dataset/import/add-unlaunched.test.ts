import { beforeEach, describe, expect, it } from 'vitest';
import { asDetected, csvFile, jobFor, PLAIN_IMPORT } from '../../../support/csv-file.ts';
import { emptyDatabase } from '../../../support/database.ts';
import { loadProducts } from '#storage/data/products.ts';
import { addUnlaunched } from '#workers/dataset/import/add-unlaunched.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';

beforeEach(() => emptyDatabase());

const HEAD = 'id,title,category,launch_date,list_price,seats,units_sold';
const launched = Array.from(
  { length: 30 },
  (_, i) =>
    `L${i},Mug no ${i},Kitchen,2024-03-${String(1 + (i % 28)).padStart(2, '0')},12,4,${20 + i}`,
);
const waiting = [
  'N1,Tall mug,kitchen,2026-12-07,14,6,',
  'N2,Wide mug,Kitchen,2026-12-14,15,8,',
  'N3,,Kitchen,2026-12-14,15,8,',
];

async function imported(lines: readonly string[]): Promise<number> {
  const file = csvFile([HEAD, ...lines].join('\n'));
  const { mapping } = await previewFile(asDetected(file), jobFor());
  const request = { ...PLAIN_IMPORT, file, mapping, name: 'Shop' };
  return (await importFile(request, jobFor())).datasetId;
}

describe('products whose results are empty in the imported file', () => {
  it('are added to those that wait for a plan, spelled as in the history', async () => {
    const datasetId = await imported([...launched, ...waiting]);
    const { products, rowsRead } = await addUnlaunched({ datasetId }, jobFor());
    expect(rowsRead).toBe(3);
    expect(products).toMatchObject([
      {
        id: 'N1',
        title: 'Tall mug',
        category: 'Kitchen',
        listPrice: 14,
        attributes: { seats: '6' },
      },
      {
        id: 'N2',
        title: 'Wide mug',
        category: 'Kitchen',
        listPrice: 15,
        attributes: { seats: '8' },
      },
    ]);
    expect(await loadProducts(datasetId)).toEqual(products);
  });

  it('are not added twice', async () => {
    const datasetId = await imported([...launched, ...waiting]);
    await addUnlaunched({ datasetId }, jobFor());
    const { products } = await addUnlaunched({ datasetId }, jobFor());
    expect(products).toEqual([]);
    expect(await loadProducts(datasetId)).toHaveLength(2);
  });

  it('are none where every row has a result, or is a total', async () => {
    const datasetId = await imported([...launched, 'Total,,,,,,']);
    expect(await addUnlaunched({ datasetId }, jobFor())).toMatchObject({
      products: [],
      rowsRead: 0,
    });
  });
});
