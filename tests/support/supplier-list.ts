import { readFileSync } from 'node:fs';
import { RecordReader } from '#core/import/csv/record-reader.ts';
import { buildArticles, type ArticleContext } from '#core/import/suppliers/build-articles.ts';
import { readSupplierList, type SupplierSheet } from '#core/import/suppliers/read-supplier-list.ts';
import type { SupplierItem, SupplierList } from '#core/import/suppliers/supplier-list.ts';

export function recordsOf(csv: string): string[][] {
  return [...new RecordReader(',').read(csv, true)].flat().map((record) => [...record]);
}

export function fixtureList(name: string): string {
  return readFileSync(`tests/fixtures/suppliers/${name}`, 'utf8');
}

/** Reads a list as CSV; throws where it is none. */
export function listOf(csv: string, sheet: Partial<SupplierSheet> = {}): SupplierList {
  const read = readSupplierList(
    {
      ...{ records: recordsOf(csv), merged: [], fileName: 'Acme price list 2026.csv' },
      ...{ sheet: '', addedAt: 1, savedAt: 1, ...sheet },
    },
    { attributes: [], currency: null },
  );
  if (!read) throw new Error('expected a list, got none');
  return read;
}

export const EUROS: ArticleContext = {
  money: { currency: 'EUR', rates: { USD: 0.9, CNY: 0.13 } },
  ...{ usualUnits: 100, edits: {} },
};

export function articlesOf(lists: readonly SupplierList[], context: Partial<ArticleContext> = {}) {
  return buildArticles(lists, { ...EUROS, ...context });
}

export function supplierItem(over: Partial<SupplierItem> = {}): SupplierItem {
  return {
    ...{
      row: 2,
      supplier: 'Acme',
      sku: 'A-1',
      makerSku: '',
      barcodes: [],
      title: 'Soy wax candle',
      measure: '',
    },
    ...{ category: '', brand: '', material: '', attributes: {}, variants: [] },
    ...{ cost: { amount: 3, currency: null }, listPrice: null },
    ...{ minimumOrder: null, packSize: null, leadTimeDays: null, ...over },
  };
}

export function supplierList(
  items: readonly Partial<SupplierItem>[],
  over: Partial<SupplierList> = {},
): SupplierList {
  const supplier = over.supplier ?? 'Acme';
  return {
    ...{ fileName: 'acme.csv', sheet: '', supplier, addedAt: 1, savedAt: 1 },
    ...{ currency: null, rowsRead: items.length, issues: [], ...over },
    items: items.map((item, i) => supplierItem({ row: i + 2, supplier, ...item })),
  };
}
