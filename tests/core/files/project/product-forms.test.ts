import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPart, writePart } from '#core/files/project/part-content.ts';
import type { FiledSuppliers } from '#core/files/project/project-records.ts';
import { readSupplierList } from '#core/import/suppliers/read-supplier-list.ts';
import type { SupplierList } from '#core/import/suppliers/supplier-list.ts';
import { articlesOf, supplierList } from '../../../support/supplier-list.ts';

function filed(lists: readonly SupplierList[]): FiledSuppliers {
  return { lists, ...articlesOf(lists), usualUnits: 12, edits: { ['__proto__']: { unitCost: 2 } } };
}

function roundTrip(suppliers: FiledSuppliers): unknown {
  return readPart('suppliers', writePart('suppliers', suppliers));
}

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '3',
    '¥12.5',
    '€3.20/pc',
    '1-99: ¥12; ≥100: ¥9',
    '1e300',
    '-4',
    '9'.repeat(40),
  ),
  fc.constantFrom(
    'Soy wax candle',
    'Candles',
    '小计',
    '100件',
    '24*36',
    '2箱',
    '15-20 days',
    '现货',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const HEADER = [
  'SKU',
  'Name',
  'Size',
  'Cost',
  'RRP',
  'MOQ',
  'Pack',
  'Lead time',
  'EAN',
  '≥100',
  '≥500',
];

describe('suppliers’ lists in a project file', () => {
  it('come back as they were', () => {
    const lists = [
      supplierList([
        { variants: ['S', 'M'], attributes: { ['__proto__']: 'x' } },
        { title: 'Oak tray' },
      ]),
      supplierList([{ barcodes: ['5012345678900'], isCategoryProposed: true, category: 'Home' }], {
        ...{ supplier: 'Bolt', currency: 'CNY' },
      }),
    ];
    expect(roundTrip(filed(lists))).toEqual(filed(lists));
  });

  it('come back with what the seller decided, and without where nothing was', () => {
    const decisions = {
      limits: {
        ...{ mostArticles: 5, cash: 1200.5, mostPerFourWeeks: null, weekCount: 26 },
        ...{ mostByChannel: { ['__proto__']: 2, shop: 0 }, lossChance: 0.1 },
        ...{ wanted: ['a'], barred: ['b', '__proto__'] },
      },
      picked: ['c'],
    };
    const whole = filed([supplierList([{}])]);
    expect(roundTrip({ ...whole, decisions })).toEqual({ ...whole, decisions });
    expect(roundTrip(whole)).not.toHaveProperty('decisions');
    const wrong = { ...decisions, limits: { ...decisions.limits, lossChance: 1.2 } };
    expect(() => writePart('suppliers', { ...whole, decisions: wrong })).toThrow(/from 0 to 1/);
  });

  it('come back whatever a table holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: HEADER.length }), { maxLength: 8 }),
        (rows) => {
          const sheet = { merged: [], fileName: 'a.csv', sheet: '', addedAt: 1, savedAt: 1 };
          const reader = { attributes: [], currency: 'EUR' };
          const list = readSupplierList({ records: [HEADER, ...rows], ...sheet }, reader);
          const lists = list ? [list] : [];
          expect(roundTrip(filed(lists))).toEqual(filed(lists));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are refused without the findings of each list', () => {
    const whole = filed([supplierList([{}])]);
    expect(() => writePart('suppliers', { ...whole, issues: [] })).toThrow(/findings of each list/);
    const none = { ...whole, articles: [{ ...whole.articles[0]!, offers: [] as never }] };
    expect(() => writePart('suppliers', none)).toThrow(/at least one offer/);
  });
});
