import { describe, expect, it } from 'vitest';
import { IssueLog } from '#core/csv/issue-log.ts';
import { buildProducts } from '#core/table/build-products.ts';
import { launchTable } from '../../support/launch-table.ts';
import { textRows } from '../../support/text-rows.ts';

const history = launchTable([{ category: 'Tableware', brand: 'Dovecote', material: 'Steel' }]);
const HEADERS = ['id', 'title', 'category', 'price', 'Material'];
const mapping = {
  fields: { productId: 'id', title: 'title', category: 'category', listPrice: 'price' },
  attributes: { material: 'Material' },
} as const;

function build(records: string[][], taken: string[] = []) {
  const log = new IssueLog();
  const source = { mapping, history, takenIds: new Set(taken), log };
  return { products: buildProducts(textRows(HEADERS, records), source), issues: log.issues() };
}

describe('buildProducts', () => {
  it('spells categories and attributes as the history does, and says null for what is not known', () => {
    const { products } = build([['N1', 'Mug', 'tableware', '', 'STEEL']]);
    expect(products).toEqual([
      {
        ...{ id: 'N1', title: 'Mug', category: 'Tableware', brand: '' },
        ...{ listPrice: null, unitCost: null, attributes: { material: 'Steel' } },
      },
    ]);
  });

  it('numbers products without an id, past those that are taken', () => {
    const records = [
      ['', 'Mug'],
      ['new-2', 'Cup'],
      ['', 'Plate'],
    ];
    const { products } = build(records, ['new-1']);
    expect(products.map(({ id }) => id)).toEqual(['new-3', 'new-2', 'new-4']);
  });

  it('keeps products that share an id apart, and says so', () => {
    const { products, issues } = build([
      ['A', 'Mug'],
      ['A', 'Cup'],
    ]);
    expect(products.map(({ id }) => id)).toEqual(['A', 'A (2)']);
    expect(issues).toMatchObject([{ kind: 'duplicate-id', rows: [3], samples: ['A'] }]);
  });

  it('sets aside rows without a title and repeated rows', () => {
    const { products, issues } = build([
      ['A', 'Mug'],
      ['B', ''],
      ['A', 'Mug'],
    ]);
    expect(products).toHaveLength(1);
    expect(issues).toMatchObject([
      { kind: 'missing-title', severity: 'warning', rows: [3] },
      { kind: 'duplicate-row', rows: [4] },
    ]);
  });
});
