// How far each category's launches are from what the launches of all other categories tell of them, by price and action:
// ridge regression with one category left out. So far a category that was never sold can be known.

import { finite, mean } from '#core/base/statistics/statistics.ts';
import { invert, pairsOf, pairTimes, type Pairs } from '../ridge/symmetric.ts';

export interface KnownLaunches {
  readonly category: readonly string[];
  /** Encoded actions, [launches × columns], row-major. */
  readonly actions: Float32Array;
  /** Log of the list price; NaN where it is not known. */
  readonly logPrice: Float64Array;
  /** log1p of units, finite. */
  readonly logUnits: Float64Array;
}

/** A category as the launches of all others tell it. */
export interface LeftOutLevel {
  /** Number of its launches. */
  readonly launches: number;
  /** Mean log1p of units of its launches; NaN without launches. */
  readonly logUnits: number;
  /** The same as the others tell it; of usual launches where it has none. */
  readonly toldByOthers: number;
  /** Mean log of the price of its launches; of all where it has none; NaN where no price is known. */
  readonly logPrice: number;
  /** By how much `toldByOthers` changes with the log of the price. */
  readonly priceSlope: number;
  /** Variance of log units of its launches around what the others tell, beyond the mean difference. */
  readonly within: number;
}

/** Ridge penalty, in launches: for a column of usual size, so many launches weigh as much as the prior of 0. */
const PENALTY = 5;

/** Returns the level of each of these categories; null stands for one without launches. */
export function leftOutLevels(
  launches: KnownLaunches,
  categories: readonly (string | null)[],
): LeftOutLevel[] {
  const design = designOf(launches);
  const all = momentsOf(design, () => true);
  return categories.map((category) => {
    const own = momentsOf(design, (row) => launches.category[row] === category);
    const weights = fitted(
      all.map((moment, at) => moment - own[at]!),
      design.width,
    );
    const usual = meansOf(own[0]! > 0 ? own : all, design.width);
    const price = design.width - 2;
    return {
      launches: own[0]!,
      logUnits: meansOf(own, design.width)[design.width - 1]!,
      toldByOthers: weights.reduce((told, weight, i) => told + weight * usual[i]!, 0),
      logPrice: design.middlePrice + usual[price]!,
      priceSlope: weights[price]!,
      within: withinOf(own, weights),
    };
  });
}

/** Columns: the constant 1, the action, the log price over the middle one, and log units. */
interface Design {
  /** [launches × width] */
  readonly columns: Float64Array;
  readonly width: number;
  readonly middlePrice: number;
}

/** A price that is not known counts as the middle one. */
function designOf({ actions, logPrice, logUnits }: KnownLaunches): Design {
  const given = actions.length / Math.max(1, logUnits.length);
  const width = given + 3;
  const columns = new Float64Array(logUnits.length * width);
  const middlePrice = mean(finite(logPrice));
  for (const [row, log] of logUnits.entries()) {
    const price = logPrice[row]! - middlePrice;
    const action = actions.subarray(row * given, (row + 1) * given);
    columns.set([1, ...action, Number.isFinite(price) ? price : 0, log], row * width);
  }
  return { columns, width, middlePrice };
}

/** Returns the sums of the products of every two columns; the first is the number of launches. */
function momentsOf({ columns, width }: Design, isCounted: (row: number) => boolean): Pairs {
  const moments = pairsOf(width, () => 0);
  for (let row = 0, from = 0; from < columns.length; row++, from += width) {
    if (!isCounted(row)) continue;
    for (let i = 0, at = 0; i < width; at += ++i) {
      const value = columns[from + i]!;
      if (value === 0) continue;
      for (let j = 0; j <= i; j++) moments[at + j] = moments[at + j]! + value * columns[from + j]!;
    }
  }
  return moments;
}

/** Returns the mean of each column; NaN without launches. */
function meansOf(moments: Pairs, width: number): number[] {
  return Array.from({ length: width }, (_, i) => moments[(i * (i + 1)) / 2]! / moments[0]!);
}

/** Returns the weights of all columns but log units. */
function fitted(moments: Pairs, width: number): Float64Array {
  const size = width - 1;
  const count = moments[0]!;
  const penalty = (i: number) => {
    const square = moments[(i * (i + 3)) / 2]! / count;
    return i === 0 ? 0 : PENALTY * Math.max(square, LEAST_SQUARE);
  };
  const normal = pairsOf(size, (i, j, at) => moments[at]! + (i === j ? penalty(i) : 0));
  const lastRow = (size * (size + 1)) / 2;
  return pairTimes(
    invert(normal, size),
    Float64Array.from(moments.subarray(lastRow, lastRow + size)),
  );
}

/** Columns that are 0 everywhere get a weight of 0. */
const LEAST_SQUARE = 1e-6;

/** Variance of the residuals r = y − w·x: (Σ r²) / n − (Σ r / n)². */
function withinOf(moments: Pairs, weights: Float64Array): number {
  const turned = Float64Array.of(...weights.map((weight) => -weight), 1);
  const sums = pairTimes(moments, turned);
  const squares = turned.reduce((total, weight, i) => total + weight * sums[i]!, 0);
  const count = moments[0]!;
  return Math.max(0, squares / count - (sums[0]! / count) ** 2);
}
