import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import {
  derivedCsv,
  derivedTable,
  isDerivedHeader,
} from '#core/import/derivation/derived-table.ts';
import { readCurrencies } from '#core/import/columns/read-columns.ts';
import { weeklyHeaders } from '#core/launch/weekly-headers.ts';
import { validateMapping } from '#core/import/schema/validate-mapping.ts';
import { rowsOfFile } from '../../../support/export-rows.ts';
import { derivedLaunch } from '../../../support/derived-launch.ts';
import { columnTexts } from '../../../support/order-lines.ts';

const MUG = derivedLaunch({
  ...{ productId: '007', title: 'Mug, "red"\nlarge', launchDay: dayFromCalendar(2024, 3, 1) },
  ...{ listPrice: 1234.5, units: 12, orders: 9, revenue: 14_814, returns: 1 },
});
const TEE = derivedLaunch({
  ...{ productId: 'tee', title: 'Tee; blue', launchDay: dayFromCalendar(2024, 12, 31) },
  ...{ channel: 'web', listPrice: 10.125, salePrice: 9, units: 0, orders: 0, revenue: 0 },
});

describe('derivedTable', () => {
  it('has a column for all that is known of any launch, and maps it', () => {
    const { headers, rows, mapping } = derivedTable([MUG, TEE]);
    expect(headers).toEqual([
      ...['product_id', 'title', 'launch_date', 'channel', 'list_price', 'sale_price'],
      ...['orders', 'units', 'revenue', 'returns'],
    ]);
    expect(rows).toEqual([
      ['007', MUG.title, '2024-03-01', '', '1234.5', '', '9', '12', '14814', '1'],
      ['tee', 'Tee; blue', '2024-12-31', 'web', '10.125', '9', '0', '0', '0', '0'],
    ]);
    expect(mapping.fields).toMatchObject({ productId: 'product_id', returns: 'returns' });
    expect(Object.values(mapping.fields)).toEqual(headers);
    expect(validateMapping(mapping, headers)).toEqual([]);
  });
});

it('names the currency of amounts, so that it is read back', async () => {
  const table = derivedTable([MUG, TEE], 'CNY');
  expect(table.headers).toContain('list_price (CNY)');
  const rows = await rowsOfFile(new File([derivedCsv(table)], 'Spring.csv'));
  expect(readCurrencies(rows, table.mapping)).toEqual({ main: 'CNY', others: [] });
  expect(isDerivedHeader('list_price (CNY)', 'listPrice')).toBe(true);
  expect(isDerivedHeader('List price (CNY)', 'listPrice')).toBe(false);
});

it('writes amounts without what arithmetic leaves behind them', () => {
  const { headers, rows } = derivedTable([{ ...MUG, salePrice: 0.1 + 0.2 }]);
  expect(rows[0]![headers.indexOf('sale_price')]).toBe('0.3');
});

it('has units by week under headers that say which, as far as they are known', () => {
  const weeklyUnits = [3, 0, 2, 1, ...new Array<number>(8).fill(NaN)];
  const { headers, rows, mapping } = derivedTable([{ ...MUG, weeklyUnits }, TEE]);
  const weeks = ['units_week_1', 'units_week_2', 'units_week_3', 'units_week_4'];
  expect(headers.slice(-4)).toEqual(weeks);
  expect(rows.map((row) => row.slice(-4))).toEqual([
    ['3', '0', '2', '1'],
    ['', '', '', ''],
  ]);
  expect(Object.values(mapping.fields)).toEqual(headers.slice(0, -4));
  expect([...weeklyHeaders(headers).values()]).toEqual(weeks);
});

it('reads back as it was written', async () => {
  const table = derivedTable([MUG, TEE]);
  const rows = await rowsOfFile(new File([derivedCsv(table)], 'Spring.csv'));
  expect(rows.headers).toEqual(table.headers);
  for (const [i, header] of table.headers.entries())
    expect(columnTexts(rows.columns.get(header)!), header).toEqual(table.rows.map((row) => row[i]));
});
