// A plain check of whether a history can tell what a price does: a line through all launches, not the model. Where prices hardly
// vary, or units do not follow them beyond chance, the model's price curve is what was assumed, and no best price is named.

import { countTexts, mean, standardDeviation, sum } from '../statistics.ts';
import type { LaunchTable } from './launch-table.ts';

/** The line of log1p(units), less the category's mean of it, over the log of sale price over list price: least squares. */
export interface PriceResponse {
  readonly slope: number;
  readonly standardError: number;
  /** Standard deviation of the log price ratios. */
  readonly priceSpread: number;
}

const SURE_ERRORS = 2;
const LEAST_SPREAD = 0.03;
/** A line and its error take two; one more leaves something to err by. */
const LEAST_LAUNCHES = 3;

export function isPriceTold(table: LaunchTable): boolean {
  const response = priceResponse(table);
  if (!response) return false;
  const { slope, standardError } = response;
  // Dearer launches that sell more are better products, not a response to the price.
  return isPriceVaried(table) && slope < -SURE_ERRORS * standardError;
}

export function isPriceVaried(table: LaunchTable): boolean {
  const response = priceResponse(table);
  return response !== null && response.priceSpread >= LEAST_SPREAD;
}

/** null where too few launches have both prices and units, or all have one price. */
export function priceResponse(table: LaunchTable): PriceResponse | null {
  const rows = pricedRows(table);
  if (rows.length < LEAST_LAUNCHES) return null;
  const x = centred(rows.map(({ logRatio }) => logRatio));
  const y = centred(besideCategory(rows));
  const square = sum(x.map((value) => value ** 2));
  const priceSpread = standardDeviation(x);
  if (priceSpread < Number.EPSILON) return null;
  const slope = sum(x.map((value, i) => value * y[i]!)) / square;
  const missed = sum(x.map((value, i) => (y[i]! - slope * value) ** 2));
  const standardError = Math.sqrt(missed / (rows.length - 2) / square);
  return { slope, standardError, priceSpread };
}

interface PricedRow {
  readonly category: string;
  readonly logRatio: number;
  readonly logUnits: number;
}

function pricedRows(table: LaunchTable): PricedRow[] {
  return Array.from(table.category, (category, row) => ({
    category,
    logRatio: Math.log(table.salePrice[row]! / table.listPrice[row]!),
    logUnits: Math.log1p(table.units[row]!),
  })).filter(({ logRatio, logUnits }) => Number.isFinite(logRatio) && Number.isFinite(logUnits));
}

/** Launches without a category are measured against each other. */
function besideCategory(rows: readonly PricedRow[]): number[] {
  const names = ['', ...countTexts(rows.map(({ category }) => category)).map(([name]) => name)];
  const means = new Map(
    names.map((name) => {
      const own = rows.filter(({ category }) => category === name);
      return [name, mean(own.map(({ logUnits }) => logUnits))];
    }),
  );
  return rows.map(({ category, logUnits }) => logUnits - means.get(category)!);
}

function centred(values: readonly number[]): number[] {
  const centre = mean(values);
  return values.map((value) => value - centre);
}
