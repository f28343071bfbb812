// Tests whether a history shows how price affects sales, with one line through all launches and not the model. Where
// prices hardly vary, or units do not follow them beyond chance, the model's price curve is its assumption. Then no
// best price is named.

import { mean, standardDeviation, sum } from '#core/base/statistics/statistics.ts';
import type { PromotionTerms } from '#core/launch/offer-terms.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';

/** Least-squares line of log1p(units), less the category's mean, over log(sale price / list price). */
export interface PriceResponse {
  readonly slope: number;
  readonly standardError: number;
  /** Standard deviation of the log price ratios. */
  readonly priceSpread: number;
}

const SURE_ERRORS = 2;
const LEAST_SPREAD = 0.03;
/** Fewest launches: a line takes two, and its error one more. */
const LEAST_LAUNCHES = 3;

/**
 * Highest slope that is trusted. If demand falls by less than the price rises, every rise pays. Of 1,851 published
 * elasticities the mean is −2.6 and few exceed −1 (Bijmolt, van Heerde and Pieters 2005, J. Mark. Res. 42(2)). A seller
 * who asks more for products that sell better makes slopes look higher than they are.
 */
const LEAST_ELASTIC = -1;

/**
 * Returns whether the history shows how the price before the promotion affects sales. Launches are compared within
 * category and promotion, because a promotion attracts buyers in other ways too.
 */
export function isTagIdentified(
  table: LaunchTable,
  promotions: readonly PromotionTerms[],
): boolean {
  const response = tagResponse(table, promotions);
  if (!isVaried(response)) return false;
  const { slope, standardError } = response;
  return slope < -SURE_ERRORS * standardError && slope < LEAST_ELASTIC;
}

/** Returns whether prices before the promotion vary enough to measure their effect. */
export function isTagVaried(table: LaunchTable, promotions: readonly PromotionTerms[]): boolean {
  return isVaried(tagResponse(table, promotions));
}

/** Like `priceResponse`, for the price before the promotion; launches are also compared within their promotion. */
export function tagResponse(
  table: LaunchTable,
  promotions: readonly PromotionTerms[],
): PriceResponse | null {
  const depths = new Map(promotions.map(({ name, depth }) => [name, depth]));
  const rows = pricedRows(table).map((row) => ({
    ...row,
    logRatio: row.logRatio - Math.log(1 - (depths.get(row.promotion) ?? 0)),
  }));
  const beside = (values: readonly number[]) =>
    besideGroup(
      values,
      rows.map(({ promotion }) => promotion),
    );
  return responseOf(
    rows,
    beside(rows.map(({ logRatio }) => logRatio)),
    beside(besideCategory(rows)),
  );
}

/** Returns whether the history shows how the sale price affects sales. */
export function isPriceIdentified(table: LaunchTable): boolean {
  const response = priceResponse(table);
  if (!isVaried(response)) return false;
  const { slope, standardError } = response;
  // Dearer launches that sell more are better products, not a response to the price.
  return slope < -SURE_ERRORS * standardError;
}

/** Returns whether sale prices vary enough to measure their effect. */
export function isPriceVaried(table: LaunchTable): boolean {
  return isVaried(priceResponse(table));
}

function isVaried(response: PriceResponse | null): response is PriceResponse {
  return response !== null && response.priceSpread >= LEAST_SPREAD;
}

/** Fits the line; null where too few launches have both prices and units, or all have one price. */
export function priceResponse(table: LaunchTable): PriceResponse | null {
  const rows = pricedRows(table);
  return responseOf(
    rows,
    rows.map(({ logRatio }) => logRatio),
    besideCategory(rows),
  );
}

function responseOf(
  rows: readonly PricedRow[],
  logRatios: readonly number[],
  logUnits: readonly number[],
): PriceResponse | null {
  if (rows.length < LEAST_LAUNCHES) return null;
  const x = centred(logRatios);
  const y = centred(logUnits);
  const square = sum(x.map((value) => value ** 2));
  const priceSpread = standardDeviation(x);
  if (priceSpread < Number.EPSILON) return null;
  const slope = sum(x.map((value, i) => value * y[i]!)) / square;
  const squaredResiduals = sum(x.map((value, i) => (y[i]! - slope * value) ** 2));
  const standardError = Math.sqrt(squaredResiduals / (rows.length - 2) / square);
  return { slope, standardError, priceSpread };
}

interface PricedRow {
  readonly category: string;
  readonly promotion: string;
  readonly logRatio: number;
  readonly logUnits: number;
}

function pricedRows(table: LaunchTable): PricedRow[] {
  return Array.from(table.category, (category, row) => ({
    category,
    promotion: table.promotion[row]!,
    logRatio: Math.log(table.salePrice[row]! / table.listPrice[row]!),
    logUnits: Math.log1p(table.units[row]!),
  })).filter(({ logRatio, logUnits }) => Number.isFinite(logRatio) && Number.isFinite(logUnits));
}

/** Returns log units less the mean of the category; launches without a category form one group. */
function besideCategory(rows: readonly PricedRow[]): number[] {
  return besideGroup(
    rows.map(({ logUnits }) => logUnits),
    rows.map(({ category }) => category),
  );
}

/** Returns each value less the mean of its group. */
function besideGroup(values: readonly number[], groups: readonly string[]): number[] {
  const members = new Map(groups.map((group): [string, number[]] => [group, []]));
  groups.forEach((group, i) => members.get(group)!.push(values[i]!));
  const means = new Map([...members].map(([group, own]) => [group, mean(own)]));
  return values.map((value, i) => value - means.get(groups[i]!)!);
}

function centred(values: readonly number[]): number[] {
  const centre = mean(values);
  return values.map((value) => value - centre);
}
