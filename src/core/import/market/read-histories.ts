// Rows of prices become a history for each product.

import type { TextRows } from '../csv/text-rows.ts';
import type { DateOrder } from '../values/read-date.ts';
import type { PriceHistory } from './market.ts';
import type { RecognisedTable } from './recognise-market.ts';
import { PRICE_FIELDS } from './recognise-prices.ts';
import type { RowAccount } from './row-account.ts';
import { TableCells } from './table-cells.ts';

interface PricePoint {
  readonly day: number;
  readonly price: number;
  readonly salesRank: number;
}

/** Reads histories. The first price column with a price counts; of several rows of a day, the last one. */
export function readHistories(
  rows: TextRows,
  recognised: RecognisedTable<'price-history'>,
  dateOrder: DateOrder | null,
  account: RowAccount,
): PriceHistory[] {
  const cells = new TableCells<'price-history'>(rows, recognised, {
    ...{ money: [...PRICE_FIELDS], counts: ['salesRank'], dateOrder },
  });
  const [id, title, day] = [cells.id('id'), cells.text('title'), cells.day('day')];
  const prices = PRICE_FIELDS.map((field) => cells.number(field));
  const salesRank = cells.number('salesRank');
  const currency = PRICE_FIELDS.map((field) => cells.currency(field)).find(Boolean) ?? null;
  const isUnnamed = !recognised.columns.id && !recognised.columns.title;
  const byName = new Map<string, { row: number; points: Map<number, PricePoint> }>();
  for (let row = 0; row < cells.rowCount; row++) {
    const name = id(row) || title(row);
    if (Number.isNaN(day(row))) account.leaveOut(row, 'no-date');
    else if (name === '' && !isUnnamed) account.leaveOut(row, 'no-name');
    else {
      const known = byName.get(name) ?? { row, points: new Map<number, PricePoint>() };
      byName.set(name, known);
      const price = prices.map((each) => each(row)).find((each) => each > 0) ?? NaN;
      const rank = salesRank(row);
      known.points.set(day(row), { day: day(row), price, salesRank: rank >= 1 ? rank : NaN });
      account.keep(row);
    }
  }
  return [...byName.values()].map(({ row, points }) => {
    const sorted = [...points.values()].toSorted((a, b) => a.day - b.day);
    return {
      ...{ id: id(row), title: title(row), currency },
      days: Int32Array.from(sorted, (point) => point.day),
      prices: Float64Array.from(sorted, (point) => point.price),
      salesRanks: Float64Array.from(sorted, (point) => point.salesRank),
    };
  });
}
