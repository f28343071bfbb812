import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '#core/import/csv/issues.ts';
import { findingKey, type Treatments } from '#core/import/csv/treatments.ts';
import { dayFromCalendar, type Day } from '#core/base/dates.ts';
import { rowsSetAsideBy } from '#core/import/quality/set-aside.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { buildLaunchTable } from '#core/import/table/build-launch-table.ts';
import { plainRecipe, type Recipe } from '#core/import/recipe/recipe.ts';
import { textRows } from '../../../support/text-rows.ts';

const HEADERS = ['id', 'name', 'date', 'channel', 'price', 'fee', 'units', 'orders', 'note'];
const mapping: Mapping = {
  fields: {
    productId: 'id',
    title: 'name',
    launchDate: 'date',
    channel: 'channel',
    listPrice: 'price',
    channelFee: 'fee',
    units: 'units',
    orders: 'orders',
  },
  attributes: [],
};

type Row = Partial<Record<(typeof HEADERS)[number], string>>;

function build(rows: readonly Row[], as: Mapping = mapping, options: BuildChoices = {}) {
  const { treatments = {}, currencyRates = {}, today = null } = options;
  const records = rows.map((row, i) => {
    const full: Row = { id: `P${i}`, name: 'Mug', date: '2024-03-08', units: '5', ...row };
    return HEADERS.map((header) => full[header] ?? '');
  });
  const recipe = { ...plainRecipe(as), treatments, currencyRates };
  return buildLaunchTable(textRows(HEADERS, records), recipe, { today });
}

interface BuildChoices extends Partial<Pick<Recipe, 'treatments' | 'currencyRates'>> {
  readonly today?: Day | null;
}

/** Switches every treatment of the findings. */
const switched = (issues: readonly Issue[], isOn: boolean): Treatments =>
  Object.fromEntries(
    issues.flatMap((issue) => (issue.treatment ? [[findingKey(issue), isOn]] : [])),
  );

const kindsOf = (built: ReturnType<typeof build>): string[] =>
  built.issues.map(({ kind }) => kind).filter((kind) => kind !== 'columns-not-used');

describe('buildLaunchTable', () => {
  it('reads texts, days and numbers by the meaning of their columns', () => {
    const { table, ...built } = build([
      { channel: 'Web', price: '$1,299.00', orders: '4' },
      { date: '9 Mar 2024', price: '12.50', units: '1,200' },
    ]);
    expect(table).toMatchObject({
      rowCount: 2,
      productId: ['P0', 'P1'],
      channel: ['Web', ''],
      launchDay: Float64Array.of(dayFromCalendar(2024, 3, 8), dayFromCalendar(2024, 3, 9)),
      listPrice: Float64Array.of(1299, 12.5),
      units: Float64Array.of(5, 1200),
      orders: Float64Array.of(4, NaN),
      revenue: Float64Array.of(NaN, NaN),
    });
    expect(built).toMatchObject({ rowsRead: 2, rowsUsed: 2, rowsSetAside: 0 });
  });

  it.each([
    { says: 'without a launch date', row: { date: '' }, kind: 'missing-launch-date' },
    { says: 'whose launch date says n/a', row: { date: 'n/a' }, kind: 'missing-launch-date' },
    {
      says: 'that sums up the others',
      row: { id: 'Total', name: '', date: '' },
      kind: 'total-row',
    },
    { says: 'with an unreadable launch date', row: { date: 'spring' }, kind: 'unreadable-date' },
    { says: 'without an outcome', row: { units: '' }, kind: 'missing-outcome' },
    { says: 'that repeats another in every cell', row: { id: 'P0' }, kind: 'duplicate-row' },
  ])('sets a row aside $says, and names it', ({ row, kind }) => {
    const built = build([{}, row, {}]);
    expect(built).toMatchObject({ rowsRead: 3, rowsUsed: 2, rowsSetAside: 1 });
    expect(built.table.productId).toEqual(['P0', 'P2']);
    expect(built.issues).toContainEqual(expect.objectContaining({ kind, rows: [3], rowCount: 1 }));
  });

  it.each([
    { says: 'an unreadable number', cell: 'free', kind: 'unreadable-number' },
    { says: 'NaN', cell: 'NaN', kind: 'number-not-finite' },
    { says: 'infinity', cell: 'inf', kind: 'number-not-finite' },
    { says: 'a negative number', cell: '-3', kind: 'negative-number' },
  ])('takes $says for missing and keeps the row', ({ cell, kind }) => {
    const built = build([{ price: cell }, {}]);
    expect(built.table.listPrice[0]).toBeNaN();
    expect(built.rowsUsed).toBe(2);
    expect(built.issues).toContainEqual(
      expect.objectContaining({
        kind,
        field: 'listPrice',
        column: 'price',
        rows: [2],
        samples: [cell],
      }),
    );
  });

  it('sets a row aside where the unusable number was its only outcome', () => {
    expect(kindsOf(build([{ units: 'NaN' }, {}]))).toEqual([
      'number-not-finite',
      'missing-outcome',
    ]);
  });

  it('keeps a row that has orders but no units, without inventing units', () => {
    const { table } = build([{ units: '', orders: '3' }]);
    expect([table.units[0], table.orders[0]]).toEqual([NaN, 3]);
  });

  it('takes an order for a unit where the file counts orders only', () => {
    const fields = { launchDate: 'date', orders: 'orders' };
    const { table } = build([{ orders: '3' }], { fields, attributes: [] });
    expect([table.units[0], table.orders[0]]).toEqual([3, 3]);
  });

  it('keeps launches that share an id, and names them', () => {
    const built = build([{ id: 'A' }, { id: 'B' }, { id: 'A', units: '6' }]);
    expect(built.rowsUsed).toBe(3);
    expect(built.issues).toContainEqual(
      expect.objectContaining({ kind: 'duplicate-id', rows: [2, 4], rowCount: 2, samples: ['A'] }),
    );
  });

  it('names launches whose products seem to be one, and leaves them as they are', () => {
    const rows = [{ name: 'Soap dish' }, { name: 'Soap-dish' }, { name: 'Soap dish' }];
    const built = build([...rows, { name: 'Dish, soap' }, { name: '' }, { name: '' }]);
    expect(built.rowsUsed).toBe(6);
    expect(built.table.title.slice(0, 4)).toEqual([
      ...['Soap dish', 'Soap-dish', 'Soap dish', 'Dish, soap'],
    ]);
    expect(built.issues).toContainEqual({
      ...{ kind: 'alike-titles', severity: 'info', field: 'title', column: 'name' },
      ...{ rows: [3, 5], rowCount: 2, treatment: null },
      samples: ['Soap dish ↔ Soap-dish', 'Soap dish ↔ Dish, soap'],
    });
  });

  it('calls a product by its id where it has no title', () => {
    const built = build([{ name: '', id: 'DS-1' }]);
    expect(built.table.title).toEqual(['DS-1']);
    expect(built.issues).toContainEqual(
      expect.objectContaining({ kind: 'missing-title', rows: [2] }),
    );
  });

  it('merges spellings of a channel', () => {
    const { table } = build([{ channel: 'amazon' }, { channel: 'Amazon' }, { channel: 'Amazon ' }]);
    expect(table.channel).toEqual(['Amazon', 'Amazon', 'Amazon']);
  });

  it('reads a fee above 1 as a percentage, and none above 100', () => {
    const { table } = build([{ fee: '0.15' }, { fee: '15' }, { fee: '15%' }, { fee: '250' }]);
    expect([...table.channelFee]).toEqual([0.15, 0.15, 0.15, NaN]);
  });

  it('decides the decimal sign of a column from the other columns where its own cells do not', () => {
    const german = build([{ price: '1.234', fee: '0,15' }]);
    expect(german.table.listPrice[0]).toBe(1234);
    expect(build([{ price: '1.234', fee: '0.15' }]).table.listPrice[0]).toBe(1.234);
  });

  it('reads 12,131 units as thousands beside money with a decimal comma', () => {
    const { table } = build([{ units: '12,131', price: '5.255,61 €' }]);
    expect([table.units[0], table.listPrice[0]]).toEqual([12_131, 5255.61]);
  });

  it('says that day and month could be swapped', () => {
    const built = build([{ date: '03/04/2024' }]);
    expect(built.issues).toContainEqual(
      expect.objectContaining({
        kind: 'ambiguous-date-order',
        severity: 'info',
        samples: ['03/04/2024'],
      }),
    );
  });

  it('names columns that it does not use', () => {
    expect(build([{}]).issues).toContainEqual(
      expect.objectContaining({ kind: 'columns-not-used', rowCount: 1, samples: ['note'] }),
    );
  });

  it.each([
    { count: 7, warned: false },
    { count: 8, warned: true },
    { count: 29, warned: true },
    { count: 30, warned: false },
  ])('warns of few launches at $count: $warned', ({ count, warned }) => {
    const kinds = kindsOf(build(Array.from({ length: count }, () => ({}))));
    expect(kinds.includes('few-launches')).toBe(warned);
  });

  it.each([
    { says: 'lies ahead', date: '2024-06-02', kind: 'future-launch-date' },
    { says: 'is what programs write for none', date: '1900-01-01', kind: 'early-launch-date' },
  ] as const)('sets a launch aside whose date $says, unless it is to be used', ({ date, kind }) => {
    const today = dayFromCalendar(2024, 6, 1);
    const rows = [{}, { date }, { id: 'X' }];
    expect(build(rows, mapping, { today }).table.productId).toEqual(['P0', 'X']);
    const treatments = { [findingKey({ kind, field: 'launchDate', column: 'date' })]: false };
    expect(build(rows, mapping, { today, treatments }).rowsUsed).toBe(3);
  });

  it('sets launches aside whose first weeks were not over, where they are few', () => {
    const today = dayFromCalendar(2024, 6, 1);
    const dates = ['2024-03-08', '2024-03-09', '2024-03-10', '2024-05-04', '2024-05-05'];
    const rows = dates.map((date, i) => ({ date, id: `P${i}` }));
    const built = build(rows, mapping, { today });
    expect(built.table.productId).toEqual(['P0', 'P1', 'P2', 'P3']);
    expect(built.issues).toContainEqual(
      expect.objectContaining({ kind: 'young-launch', rowCount: 1, samples: ['2024-05-05'] }),
    );
    const key = findingKey({ kind: 'young-launch', field: 'launchDate', column: 'date' });
    expect(build(rows, mapping, { today, treatments: { [key]: false } }).rowsUsed).toBe(5);
    expect(build(rows, mapping, { today: null }).rowsUsed).toBe(5);

    const young = build(rows.slice(2), mapping, { today });
    expect(young.rowsUsed).toBe(3);
    expect(kindsOf(young)).toContain('young-launch');
  });

  const priced = ['$10', '$20', '€10', '30', '€ 20,00', '£5'].map((price) => ({ price }));
  it('takes the currency of headers where no cell names one, and they agree', () => {
    const mainOf = (headers: readonly string[], cell = '9') => {
      const rows = textRows(headers, [['2024-03-08', cell, '3', '2']]);
      const [launchDate, listPrice, unitCost, units] = headers as [string, string, string, string];
      const fields = { launchDate, listPrice, unitCost, units };
      return buildLaunchTable(rows, plainRecipe({ fields, attributes: [] })).currencies;
    };
    const gbp = { main: 'GBP', others: [] };
    expect(mainOf(['date', 'price', 'cost (GBP)', 'units'])).toEqual(gbp);
    expect(mainOf(['date', 'price £', 'cost_gbp', 'units'])).toEqual(gbp);
    expect(mainOf(['date', 'price', 'cost (GBP)', 'units'], '€9')).toMatchObject({ main: 'EUR' });
    expect(mainOf(['date', 'price $', 'cost (GBP)', 'units'])).toBeNull();
    expect(mainOf(['date (GBP)', 'price', 'cost', 'units'])).toBeNull();
  });

  it.each([
    { says: 'no rate', currencyRates: {}, prices: [10, 20, NaN, 30, NaN, NaN] },
    { says: 'a rate for €', currencyRates: { EUR: 1.5 }, prices: [10, 20, 15, 30, 30, NaN] },
    { says: 'both', currencyRates: { EUR: 1.5, GBP: 2 }, prices: [10, 20, 15, 30, 30, 10] },
    { says: 'one for $ itself', currencyRates: { $: 3 }, prices: [10, 20, NaN, 30, NaN, NaN] },
  ])('reads prices in $, € and £ with $says', ({ currencyRates, prices }) => {
    const built = build([...priced, { price: '$40' }], mapping, { currencyRates });
    expect([...built.table.listPrice]).toEqual([...prices, 40]);
    expect(built.currencies).toEqual({
      main: '$',
      others: [
        { currency: 'EUR', cellCount: 2 },
        { currency: 'GBP', cellCount: 1 },
      ],
    });
    const unread = prices.filter((price) => Number.isNaN(price)).length;
    const counts = new Map(built.issues.map(({ kind, rowCount }) => [kind, rowCount]));
    expect(counts.get('other-currency') ?? 0).toBe(unread);
    expect(counts.get('converted-currency') ?? 0).toBe(3 - unread);
  });

  it('uses repeated rows where the seller says so', () => {
    const treatments = {
      [findingKey({ kind: 'duplicate-row', field: null, column: null })]: false,
    };
    expect(build([{}, { id: 'P0' }], mapping, { treatments }).rowsUsed).toBe(2);
  });

  it('sets all but the last row of an id aside where the seller says so', () => {
    const key = findingKey({ kind: 'duplicate-id', field: 'productId', column: 'id' });
    const rows = [{ id: 'A' }, { id: 'B' }, { id: 'A', units: '6' }];
    const built = build(rows, mapping, { treatments: { [key]: true } });
    expect([...built.table.units]).toEqual([5, 6]);
    expect(built.issues).toContainEqual(expect.objectContaining({ rows: [2], rowCount: 1 }));
  });

  it('leaves a column out that is only known after a launch, and says so', () => {
    const columns = { fields: mapping.fields, attributes: ['note'] };
    const rows = Array.from({ length: 40 }, (_, i) => ({ units: `${i}`, note: `${2 * i}` }));
    const built = build(rows, columns);
    expect([built.table.attributes, built.mapping.attributes]).toEqual([{}, []]);
    const treatments = switched(built.issues, false);
    expect(build(rows, columns, { treatments }).mapping.attributes).toEqual(['note']);
  });

  it('counts the days from a date to the launch, and leaves dates out that mostly come after it', () => {
    const columns = { fields: mapping.fields, attributes: ['note'] };
    const rowsWith = (month: string) =>
      Array.from({ length: 12 }, (_, i) => ({ units: `${i}`, note: `2024-${month}-${10 + i}` }));
    const [before] = build(rowsWith('02'), columns).table.attributes.note!;
    expect(before).toBe('27 days before launch');
    const later = build(rowsWith('04'), columns);
    expect([later.table.attributes, kindsOf(later)]).toEqual([
      {},
      ['leaking-column', 'few-launches'],
    ]);
  });

  it('accounts for every row: read = used + set aside, for one reason each', () => {
    const cell = fc.constantFrom(
      '',
      'n/a',
      'x',
      '2024-03-08',
      '03/04/2024',
      '5',
      '-1',
      'NaN',
      '1,5',
    );
    const row = fc.record({
      id: cell,
      date: cell,
      units: cell,
      orders: cell,
      price: cell,
      fee: cell,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.boolean(), (rows, isOn) => {
        const today = dayFromCalendar(2024, 3, 20);
        const treatments = switched(build(rows, mapping, { today }).issues, isOn);
        const built = build(rows, mapping, { today, treatments });
        expect(built.rowsRead).toBe(rows.length);
        expect(built.rowsUsed + built.rowsSetAside).toBe(built.rowsRead);
        expect(built.issues.reduce((count, issue) => count + rowsSetAsideBy(issue), 0)).toBe(
          built.rowsSetAside,
        );
        expect(built.table.launchDay.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('gives the table exactly as typed where every treatment is off', () => {
    const number = fc.constantFrom('1', '2', '3', '40', '300', '999', '9999', '0000', '€5', '$5');
    const row = fc.record({ units: number, orders: number, price: number });
    const valueOf = (cell: string) => Number(cell.replace(/[€$]/, ''));
    fc.assert(
      fc.property(fc.array(row, { minLength: 30, maxLength: 60 }), (cells) => {
        const rows = cells.map((each, i) => ({ ...each, channel: i % 3 ? 'Web' : 'WEB' }));
        const usual = build(rows);
        const treatments = switched(usual.issues, false);
        // What was hidden by one treatment shows once it is off.
        const more = switched(build(rows, mapping, { treatments }).issues, false);
        const { table } = build(rows, mapping, { treatments: { ...treatments, ...more } });
        expect([...table.units]).toEqual(rows.map(({ units }) => valueOf(units)));
        expect([...table.orders]).toEqual(rows.map(({ orders }) => valueOf(orders)));
        expect([...table.listPrice]).toEqual(rows.map(({ price }) => valueOf(price)));
        expect(table.channel).toEqual(rows.map(({ channel }) => channel));
      }),
      { numRuns: 50 },
    );
  });
});
