import { describe, expect, it } from 'vitest';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import type { DateOrder } from '#core/import/values/read-date.ts';
import { buildProducts, type HistoryMoney } from '#core/import/table/build-products.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { textRows } from '../../../support/text-rows.ts';

const history = launchTable([{ category: 'Tableware', brand: 'Dovecote', material: 'Steel' }]);
const HEADERS = ['id', 'title', 'category', 'price', 'Material'];
const mapping = {
  fields: { productId: 'id', title: 'title', category: 'category', listPrice: 'price' },
  attributes: { material: 'Material' },
} as const;

const OF_ITS_OWN: HistoryMoney = { currencies: null, currencyRates: {} };

function build(records: string[][], taken: string[] = [], money = OF_ITS_OWN) {
  const log = new IssueLog();
  const source = { mapping, history, takenIds: new Set(taken), money, dateOrder: null, log };
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

  it('reads prices in the money of the history, at the rates that the seller gave', () => {
    const records = [
      ['N1', 'Mug', '', '€10'],
      ['N2', 'Cup', '', '9'],
      ['N3', 'Pot', '', '$8'],
    ];
    const pricesWith = (money: HistoryMoney) =>
      build(records, [], money).products.map(({ listPrice }) => listPrice);
    const dollars = { main: 'USD', others: [{ currency: 'EUR', cellCount: 3 }] };
    expect(pricesWith({ currencies: dollars, currencyRates: { EUR: 1.5 } })).toEqual([15, 9, 8]);
    expect(pricesWith({ currencies: dollars, currencyRates: {} })).toEqual([null, 9, 8]);
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

  it('says where a product costs more than its price, and takes it as it stands', () => {
    const log = new IssueLog();
    const fields = { title: 'title', listPrice: 'price', unitCost: 'cost' };
    const records = [
      ['Mug', '10', '12'],
      ['Cup', '12', '12'],
      ['Pot', '12', ''],
    ];
    const products = buildProducts(textRows(['title', 'price', 'cost'], records), {
      ...{ mapping: { fields, attributes: {} }, history, takenIds: new Set(), money: OF_ITS_OWN },
      ...{ dateOrder: null, log },
    });
    expect(products.map(({ unitCost }) => unitCost)).toEqual([12, 12, null]);
    expect(log.issues()).toMatchObject([
      {
        ...{ kind: 'cost-above-price', severity: 'warning', column: 'cost' },
        ...{ rows: [2], samples: ['Mug'] },
      },
    ]);
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

  describe('where past launches have days before launch', () => {
    const counted = launchTable([{ material: '30 days before launch' }]);
    const headers = ['title', 'Sampled', 'launch'];
    const build = (launchDate: object, records: string[][], dateOrder: DateOrder | null = null) => {
      const log = new IssueLog();
      const products = buildProducts(textRows(headers, records), {
        mapping: { fields: { title: 'title', ...launchDate }, attributes: { material: 'Sampled' } },
        ...{ history: counted, takenIds: new Set(), money: OF_ITS_OWN, dateOrder, log },
      });
      return {
        days: products.map(({ attributes }) => attributes.material),
        issues: log.issues(),
      };
    };
    const dated = ['Mug', '2026-03-01', '2026-05-10'];

    it('counts dates from the planned launch date', () => {
      const records = [dated, ['Cup', '45', ''], ['Pot', '', '2026-05-10']];
      expect(build({ launchDate: 'launch' }, records)).toEqual({
        ...{ days: ['70 days before launch', '45 days before launch', ''], issues: [] },
      });
    });

    it('reads dates in the order of the history, without asking', () => {
      const records = [['Mug', '2026-03-01', '03/04/2026']];
      const daysIn = (dateOrder: DateOrder | null) =>
        build({ launchDate: 'launch' }, records, dateOrder);
      expect(daysIn('month-first')).toEqual({ days: ['3 days before launch'], issues: [] });
      expect(daysIn(null)).toEqual({ days: ['33 days before launch'], issues: [] });
    });

    it('takes dates that stand for none as missing', () => {
      const records = [['Mug', '1970-01-01', '2026-05-10']];
      expect(build({ launchDate: 'launch' }, records)).toEqual({ days: [''], issues: [] });
    });

    it('does not know the days without one, and says so', () => {
      const { days, issues } = build({}, [dated, ['Cup', '45 days', '']]);
      expect(days).toEqual(['', '45 days before launch']);
      const finding = { kind: 'dates-without-launch', severity: 'warning', column: 'Sampled' };
      expect(issues).toMatchObject([{ ...finding, rows: [2], samples: ['2026-03-01'] }]);
    });
  });

  it('takes no column for an attribute that every object answers to', () => {
    const attributes = Object.fromEntries(
      ['constructor', '__proto__'].map((name) => [name, ['Steel']]),
    );
    const source = {
      ...{ takenIds: new Set<string>(), money: OF_ITS_OWN, dateOrder: null, log: new IssueLog() },
      history: { ...history, attributes },
    };
    const rows = textRows(['title', 'Material'], [['Mug', 'steel']]);
    const built = (own: object) =>
      Object.entries(
        buildProducts(rows, {
          ...source,
          mapping: { fields: { title: 'title' }, attributes: { ...own } },
        })[0]!.attributes,
      );
    expect(built({})).toEqual([
      ['constructor', ''],
      ['__proto__', ''],
    ]);
    expect(built(Object.fromEntries([['__proto__', 'Material']]))).toEqual([
      ['constructor', ''],
      ['__proto__', 'Steel'],
    ]);
  });
});
