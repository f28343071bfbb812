import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { asDetected, jobFor, PLAIN_IMPORT } from '../../../support/csv-file.ts';
import { emptyDatabase } from '../../../support/database.ts';
import { shopCurrency } from '#core/import/columns/shop-currency.ts';
import { loadDatasetSummary } from '#storage/data/datasets.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { importProducts } from '#workers/dataset/import/import-products.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';

beforeEach(emptyDatabase);

const shipped = (name: string) => new File([readFileSync(`static/samples/${name}`)], name);

it.each([
  { sample: 'demo-shop', suffix: '', launches: 2_000, products: 30, currency: 'GBP' },
  { sample: 'demo-shop', suffix: '.zh', launches: 2_000, products: 30, currency: 'CNY' },
  { sample: 'giftware', suffix: '', launches: 1_014, products: 10, currency: 'GBP' },
  { sample: 'giftware', suffix: '.zh', launches: 1_014, products: 10, currency: 'GBP' },
])(
  '$sample $suffix is read whole, with its currency and its new products',
  async ({ sample, suffix, launches, products, currency }) => {
    const file = shipped(`${sample}${suffix}.csv`);
    const { mapping } = await previewFile(asDetected(file), jobFor());
    const request = { ...PLAIN_IMPORT, file, mapping, name: sample };
    const { datasetId, ...report } = await importFile(request, jobFor());
    expect(report).toMatchObject({ rowsRead: launches, rowsUsed: launches });
    expect(shopCurrency(await loadDatasetSummary(datasetId))).toBe(currency);
    const newProducts = shipped(`${sample}-new-products${suffix}.csv`);
    const imported = await importProducts({ file: newProducts, datasetId }, jobFor());
    expect(imported).toMatchObject({ rowsRead: products, issues: [] });
    expect(imported.products.every(({ listPrice }) => listPrice! > 0)).toBe(true);
  },
);
