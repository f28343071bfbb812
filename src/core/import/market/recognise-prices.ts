// Recognises histories of prices: a product's prices on several days, and nothing that was ordered or launched.

import { readNumber } from '../values/read-number.ts';
import { cleanCell, isMissing } from '../values/read-text.ts';
import { BESIDE_PRICES, MARKET_NAMES, type MarketField } from './market-columns.ts';
import { marketName } from './market-name.ts';
import { readPeriods } from './read-periods.ts';

type PriceField = MarketField<'price-history'>;
export type PriceColumns = Readonly<Partial<Record<PriceField, readonly string[]>>>;

/** Prices, what buyers pay first. */
export const PRICE_FIELDS: readonly ('buyBox' | 'price' | 'newPrice' | 'amazon' | 'listPrice')[] = [
  'buyBox',
  'price',
  'newPrice',
  'amazon',
  'listPrice',
];
/** Names that only a history of a marketplace has. */
const TELLING: ReadonlySet<PriceField> = new Set<PriceField>(['buyBox', 'newPrice', 'amazon']);
/** Columns that are neither read nor expected. */
const MOST_OTHERS = 1;
/** Least average number of days of a product: one that is listed or launched has one. */
const LEAST_DAYS = 3;
const MOSTLY = 0.8;

/**
 * Returns whether a table is a history of prices.
 * @param columns headers by field, as far as their names tell
 */
export function areHistories(
  headers: readonly string[],
  columns: PriceColumns,
  rows: readonly (readonly string[])[],
): boolean {
  const prices = PRICE_FIELDS.filter((field) => columns[field]);
  const [day] = columns.day ?? [];
  if (day === undefined || !areOfPrices(headers, columns, prices)) return false;
  const cellsOf = (header: string | undefined): string[] => {
    const place = headers.indexOf(header ?? '');
    return rows.map((row) => cleanCell(row[place] ?? ''));
  };
  const days = cellsOf(day);
  if (!areDates(days) || !prices.some((field) => areNumbers(cellsOf(columns[field]?.[0]))))
    return false;
  const names = cellsOf((columns.id ?? columns.title)?.[0]);
  const onDays = new Set(names.map((name, row) => `${name}\n${days[row]}`));
  return onDays.size >= LEAST_DAYS * new Set(names).size;
}

/** A product, or prices of a marketplace, must be named, and hardly anything else. */
function areOfPrices(
  headers: readonly string[],
  { id, title }: PriceColumns,
  prices: readonly PriceField[],
): boolean {
  const isNamed = id !== undefined || title !== undefined;
  const isTelling = prices.some((field) => TELLING.has(field));
  return prices.length > 0 && (isNamed || isTelling) && othersIn(headers) <= MOST_OTHERS;
}

function othersIn(headers: readonly string[]): number {
  const known: ReadonlySet<string> = new Set(Object.values(MARKET_NAMES['price-history']).flat());
  const names = headers.map(marketName);
  return names.filter((name) => !known.has(name) && !BESIDE_PRICES.has(name)).length;
}

function areDates(cells: readonly string[]): boolean {
  const { days } = readPeriods(cells, null);
  return days.filter((day) => !Number.isNaN(day)).length >= MOSTLY * cells.length;
}

function areNumbers(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isMissing(cell));
  const isNumber = (cell: string): boolean =>
    (['.', ','] as const).some((decimal) => typeof readNumber(cell, decimal) === 'number');
  return filled.length > 0 && filled.filter(isNumber).length >= MOSTLY * filled.length;
}
