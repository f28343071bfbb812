// Interprets discount columns. They hold percentages, fractions, money or, in China, what is left to pay. If rows have
// both list price and sale price, arithmetic decides. Otherwise the header and the size of the numbers decide, and
// money is never guessed.

import type { CodedColumn } from '../csv/coded-column.ts';
import { headerCurrency } from '../schema/header-currency.ts';
import { readDiscount, type WrittenDiscount } from '../values/read-discount.ts';
import type { DecimalSign } from '../values/read-number.ts';
import { median } from '#core/base/statistics/statistics.ts';

export interface DiscountColumn {
  readonly header: string;
  readonly cells: CodedColumn;
  readonly decimal: DecimalSign;
  readonly listPrice: Float64Array;
  readonly salePrice: Float64Array;
}

type Meaning = (value: number, listPrice: number) => number;

const FRACTION: Meaning = (value) => value;
const PERCENT: Meaning = (value) => value / 100;
const MONEY: Meaning = (value, listPrice) => value / listPrice;
const LEFT: Meaning = (value) => (value === 0 ? 0 : 1 - value);
const LEFT_IN_TENTHS: Meaning = (value) => LEFT(value / 10, NaN);
const LEFT_IN_PERCENT: Meaning = (value) => LEFT(value / 100, NaN);

const TELLING: Readonly<Record<WrittenDiscount['mark'], readonly Meaning[]>> = {
  percent: [FRACTION, LEFT],
  off: [FRACTION],
  money: [MONEY],
  bare: [PERCENT, FRACTION, MONEY, LEFT_IN_TENTHS, LEFT, LEFT_IN_PERCENT],
};
/** Least number of rows with both prices that decide the meaning of the numbers. */
const LEAST_TELLING = 3;
const MOSTLY = 0.8;
/** Tolerance as a share of the list price: prices end in 9, and percentages are rounded. */
export const DISCOUNT_TOLERANCE = 0.02;
const PERCENT_HEADER = /%|％|percent|pct|prozent|pourcent|porcent|percentual|率|比例|百分/iu;
const MONEY_HEADER = /amount|value|betrag|montant|importe|valor|金额|額/iu;
const FOLD_HEADER = /折/u;

/**
 * Returns the share of the list price taken off in each row, from 0 to below 1; NaN if unknown. Returns null if the
 * meaning of the numbers is unclear.
 */
export function discountShares(column: DiscountColumn): Float64Array | null {
  const { cells, decimal, listPrice } = column;
  const written = cells.texts.map((text) => readDiscount(text, decimal));
  const meanings = new Map<WrittenDiscount['mark'], Meaning>();
  for (const mark of new Set(written.flatMap((each) => each?.mark ?? []))) {
    const meaning = meaningOf(mark, written, column);
    if (meaning === null) return null;
    meanings.set(mark, meaning);
  }
  return Float64Array.from(cells.codes, (code, row) => {
    const each = written[code] ?? null;
    if (each === null) return NaN;
    const share = each.value === 0 ? 0 : meanings.get(each.mark)!(each.value, listPrice[row]!);
    return share >= 0 && share < 1 ? share : NaN;
  });
}

function meaningOf(
  mark: WrittenDiscount['mark'],
  written: readonly (WrittenDiscount | null)[],
  column: DiscountColumn,
): Meaning | null {
  const values = written.flatMap((each) =>
    each?.mark === mark && each.value > 0 ? [each.value] : [],
  );
  if (mark === 'off' || values.length === 0) return FRACTION;
  return byPrices(mark, written, column) ?? bySize(mark, values, column.header);
}

/** Decides by the rows whose sale price is below the list price. */
function byPrices(
  mark: WrittenDiscount['mark'],
  written: readonly (WrittenDiscount | null)[],
  { cells, listPrice, salePrice }: DiscountColumn,
): Meaning | null {
  const rows = Array.from(cells.codes.keys()).filter((row) => {
    const each = written[cells.codes[row]!];
    const isCut = salePrice[row]! < (1 - DISCOUNT_TOLERANCE) * listPrice[row]!;
    return each?.mark === mark && each.value > 0 && isCut;
  });
  if (rows.length < LEAST_TELLING) return null;
  const fitting = TELLING[mark].map((meaning) => {
    const fits = (row: number): boolean => {
      const share = meaning(written[cells.codes[row]!]!.value, listPrice[row]!);
      return contradiction(share, listPrice[row]!, salePrice[row]!) <= DISCOUNT_TOLERANCE;
    };
    return rows.filter(fits).length;
  });
  const most = Math.max(...fitting);
  return most >= MOSTLY * rows.length ? TELLING[mark][fitting.indexOf(most)]! : null;
}

/** Returns the gap between the sale price and what the discount leaves, as a share of the list price. */
export function contradiction(share: number, listPrice: number, salePrice: number): number {
  return Math.abs(1 - share - salePrice / listPrice);
}

function bySize(
  mark: WrittenDiscount['mark'],
  values: readonly number[],
  header: string,
): Meaning | null {
  if (mark === 'money' || MONEY_HEADER.test(header) || headerCurrency(header) !== null) return null;
  return FOLD_HEADER.test(header) ? whatIsLeft(mark, values) : whatIsOff(mark, values, header);
}

/** Small shares under such a header are nevertheless what is taken off. */
function whatIsLeft(mark: WrittenDiscount['mark'], values: readonly number[]): Meaning | null {
  const middle = median([...values]);
  const most = Math.max(...values);
  if (mark === 'percent' || most <= 1) return middle > 0.5 ? LEFT : FRACTION;
  if (most <= 10) return LEFT_IN_TENTHS;
  if (most > 100) return null;
  return middle > 50 ? LEFT_IN_PERCENT : PERCENT;
}

function whatIsOff(
  mark: WrittenDiscount['mark'],
  values: readonly number[],
  header: string,
): Meaning | null {
  if (mark === 'percent') return FRACTION;
  const most = Math.max(...values);
  // A column of ones says that there was a discount, not how much.
  if (most > 100 || values.every((value) => value === 1)) return null;
  if (most <= 1) return FRACTION;
  const wholeCount = values.filter((value) => Number.isInteger(value)).length;
  return PERCENT_HEADER.test(header) || wholeCount >= MOSTLY * values.length ? PERCENT : null;
}
