import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { findingKey, type Treatments } from '#core/import/csv/treatments.ts';
import { readNumberColumn, type NumberTarget } from '#core/import/columns/read-number-column.ts';

function read(
  cells: readonly string[],
  { treatments = {}, ...more }: Partial<NumberTarget> & { treatments?: Treatments } = {},
) {
  const log = new IssueLog(treatments);
  const values = readNumberColumn(codedColumn(cells), {
    ...{ field: 'salePrice', column: 'price', decimal: '.', mainCurrency: null, log },
    ...{ currencyRates: {}, rowNumbers: cells.map((_, i) => i + 2), ...more },
  });
  return { values: [...values], issues: log.issues() };
}

const off = (kind: 'sentinel-value' | 'other-currency'): Treatments => ({
  [findingKey({ kind, field: 'salePrice', column: 'price' })]: false,
});

describe('readNumberColumn', () => {
  it('empties amounts in another currency than the rest', () => {
    const { values, issues } = read(['£4', '5', '€6'], { mainCurrency: 'GBP' });
    expect(values).toEqual([4, 5, NaN]);
    expect(issues).toMatchObject([
      { kind: 'other-currency', rows: [4], samples: ['€6'], treatment: { isOn: true } },
    ]);
  });

  it('takes them as they stand where the seller says so', () => {
    const treatments = off('other-currency');
    expect(read(['£4', '€6'], { mainCurrency: 'GBP', treatments }).values).toEqual([4, 6]);
  });

  it('converts them at the rate that the seller gave', () => {
    const { values, issues } = read(['£4', '€6'], {
      ...{ mainCurrency: 'GBP', currencyRates: { EUR: 0.5 } },
    });
    expect(values).toEqual([4, 3]);
    expect(issues).toMatchObject([{ kind: 'converted-currency', severity: 'info' }]);
  });

  it('converts money to whole cents', () => {
    const money = { mainCurrency: 'GBP', currencyRates: { EUR: 0.8537 } };
    expect(read(['£4', '€19.99'], money).values).toEqual([4, 17.07]);
  });

  it('takes a sign that several currencies share by its own rate alone', () => {
    const money = { mainCurrency: 'EUR', currencyRates: { CAD: 0.5 } };
    expect(read(['€4', '$6', 'CA$6'], money).values).toEqual([4, NaN, 3]);
  });

  const withNines = ['4', '5', '6', '999', '999', '999'];
  const withMinus = ['4', '5', '6', '-1', '-1', '-1'];

  it('empties what stands for nothing known, and calls −1 that rather than negative', () => {
    expect(read(withNines).values).toEqual([4, 5, 6, NaN, NaN, NaN]);
    const { values, issues } = read(withMinus);
    expect(values).toEqual([4, 5, 6, NaN, NaN, NaN]);
    expect(issues).toMatchObject([{ kind: 'sentinel-value', rowCount: 3, samples: ['-1'] }]);
  });

  it('reads them as numbers where the seller says so, but none below zero', () => {
    const treatments = off('sentinel-value');
    expect(read(withNines, { treatments }).values).toEqual([4, 5, 6, 999, 999, 999]);
    const { values, issues } = read(withMinus, { treatments });
    expect(values).toEqual([4, 5, 6, NaN, NaN, NaN]);
    expect(issues.map(({ kind }) => kind)).toEqual(['sentinel-value', 'negative-number']);
  });
});
