// Finds where forecast errors are larger than elsewhere: errors on the test set by category, channel, price and month.

import { drawWapes } from '#core/base/statistics/paired-bootstrap.ts';
import { NINE_IN_TEN, wilsonInterval } from '#core/base/statistics/wilson.ts';
import { monthOfYear } from '#core/base/dates.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { asCensored } from '#core/model/outcomes/censored-demand.ts';
import { seededRandom } from '#core/base/random.ts';
import { countTexts, quantile, sum } from '#core/base/statistics/statistics.ts';
import type { Holdout } from './holdout.ts';
import { drawnRange } from './method-scores.ts';

export type Dimension = 'category' | 'channel' | 'price' | 'month';

/** Launches of the test set that have something in common. */
export interface LaunchGroup {
  /** A name of the history, a month 1–12, or the lowest price of the band. */
  readonly key: string;
  /** Highest price of a price band. */
  readonly to?: number;
  readonly count: number;
  readonly wape: OutcomeRange;
  /**
   * Share of launches that sold more than expected. The forecast is a median, so a half is right. Sold-out launches
   * that were expected to sell more are left out, because their demand is not known.
   */
  readonly above: number;
  /** Number of launches behind that share: all but those sold-out ones. */
  readonly knownCount: number;
  /** Ends of the 90% interval of the true share. */
  readonly aboveRange: readonly [low: number, high: number];
}

/** Least number of launches in a group; fewer say nothing about their kind. */
export const LEAST_IN_GROUP = 5;
const PRICE_BANDS = 4;
const SEED = 1;

/**
 * Returns the errors of groups with enough launches. Months and prices are in their own order, other groups have the
 * most launches first. Launches without a name or price are in no group.
 */
export function errorsByGroup(holdout: Holdout, dimension: Dimension): LaunchGroup[] {
  return groupsOf(holdout, dimension)
    .filter(({ rows }) => rows.length >= LEAST_IN_GROUP)
    .map(({ rows, ...named }) => ({ ...named, ...scoreOfRows(holdout, rows) }))
    .filter(({ wape }) => Number.isFinite(wape.expected));
}

interface Grouped {
  readonly key: string;
  readonly to?: number;
  readonly rows: readonly number[];
}

function groupsOf(holdout: Holdout, dimension: Dimension): Grouped[] {
  const rows = Array.from({ length: holdout.count }, (_, row) => row);
  if (dimension === 'price') return priceBands(holdout.price, rows);
  if (dimension === 'month') {
    const months = Array.from(holdout.launchDay, monthOfYear);
    return Array.from({ length: 12 }, (_, i) => ({
      key: String(i + 1),
      rows: rows.filter((row) => months[row] === i + 1),
    }));
  }
  const names = holdout[dimension];
  return countTexts(names).map(([key]) => ({
    key,
    rows: rows.filter((row) => names[row] === key),
  }));
}

/** Splits the launches into quarters by price; equal prices stay together. */
function priceBands(price: Float64Array, rows: readonly number[]): Grouped[] {
  const known = rows.filter((row) => !Number.isNaN(price[row]!));
  const prices = known.map((row) => price[row]!);
  const bounds = Array.from({ length: PRICE_BANDS - 1 }, (_, i) =>
    quantile(prices, (i + 1) / PRICE_BANDS),
  );
  const bandOf = (value: number) => bounds.filter((bound) => value > bound).length;
  return Array.from({ length: PRICE_BANDS }, (_, band) => {
    const own = known.filter((row) => bandOf(price[row]!) === band);
    const ofBand = own.map((row) => price[row]!);
    return { key: String(Math.min(...ofBand)), to: Math.max(...ofBand), rows: own };
  });
}

/** Returns the errors of these launches together. */
export function scoreOfRows(
  holdout: Holdout,
  rows: readonly number[],
): Omit<LaunchGroup, 'key' | 'to'> {
  const pick = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row]!);
  const actual = pick(holdout.actualUnits);
  const wanted = pick(holdout.expectedUnits.debut!);
  const soldOut = rows.map((row) => holdout.soldOut[row]!);
  const expected = asCensored(wanted, actual, soldOut);
  const errors = expected.map((units, i) => Math.abs(units - actual[i]!));
  const sold = sum(actual);
  const { byMethod } = drawWapes(actual, [errors], seededRandom(SEED));
  const known = [...actual.keys()].filter((i) => !(soldOut[i] && wanted[i]! > actual[i]!));
  const above = known.filter((i) => actual[i]! > wanted[i]!).length / known.length;
  return {
    count: rows.length,
    wape: drawnRange(sold > 0 ? sum(errors) / sold : NaN, byMethod[0]!),
    above,
    knownCount: known.length,
    aboveRange: wilsonInterval(above, known.length, NINE_IN_TEN),
  };
}
