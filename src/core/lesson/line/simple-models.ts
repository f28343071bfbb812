// Models of rising flexibility that predict units from the price alone, judged on launches seen and unseen.

import { wape } from '#core/base/statistics/metrics.ts';
import { seededRandom, shuffle } from '#core/base/random.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { leastSquares, lineAt } from './straight-line.ts';

/** Knows nothing, a line, the mean of a few launches at the nearest prices, and the one launch at the nearest price. */
export const SIMPLE_MODELS = ['mean', 'line', 'neighbours', 'heart'] as const;
export type SimpleModel = (typeof SIMPLE_MODELS)[number];

export interface SeenLaunches {
  readonly prices: ArrayLike<number>;
  readonly units: ArrayLike<number>;
}
export type PredictUnits = (price: number) => number;

export const NEIGHBOURS = 5;

const FITS: Readonly<Record<SimpleModel, (seen: SeenLaunches) => PredictUnits>> = {
  mean: ({ units }) => {
    const middle = mean(units);
    return () => middle;
  },
  line: ({ prices, units }) => {
    const line = leastSquares(prices, units);
    return (price) => lineAt(line, price);
  },
  neighbours: (seen) => (price) => nearestMean(seen, price, NEIGHBOURS),
  heart: (seen) => (price) => nearestMean(seen, price, 1),
};

export function fitSimpleModel(model: SimpleModel, seen: SeenLaunches): PredictUnits {
  return FITS[model](seen);
}

/** Returns the mean of the launches at the nearest prices; with those equally near as the last of them. */
function nearestMean({ prices, units }: SeenLaunches, price: number, count: number): number {
  const away = Array.from(prices, (each) => Math.abs(each - price));
  const farthest = away.toSorted((a, b) => a - b)[Math.min(count, away.length) - 1]!;
  return mean(Array.from(units).filter((_, i) => away[i]! <= farthest));
}

export interface LaunchSplit {
  /** Row numbers, ascending. */
  readonly seen: readonly number[];
  readonly unseen: readonly number[];
}

/** Splits launches that stand in time order: the first are seen, or as many drawn at random. */
export function splitLaunches(
  count: number,
  seenCount: number,
  { drawnWith }: { readonly drawnWith: number | null },
): LaunchSplit {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  if (drawnWith !== null) shuffle(order, seededRandom(drawnWith));
  const part = (from: number, to: number) =>
    Array.from(order.slice(from, to)).sort((a, b) => a - b);
  return { seen: part(0, seenCount), unseen: part(seenCount, count) };
}

export interface JudgedModel {
  readonly predict: PredictUnits;
  /** Weighted absolute percentage errors: Σ|u − û| / Σu. */
  readonly seen: number;
  readonly unseen: number;
}

/** Fits a model to the launches seen and returns its errors on both parts. */
export function judgeModel(
  model: SimpleModel,
  { prices, units }: SeenLaunches,
  split: LaunchSplit,
): JudgedModel {
  const of = (rows: readonly number[]) => ({
    prices: rows.map((row) => prices[row]!),
    units: rows.map((row) => units[row]!),
  });
  const predict = fitSimpleModel(model, of(split.seen));
  const errorOn = (rows: readonly number[]) => {
    const part = of(rows);
    return wape(part.units, part.prices.map(predict));
  };
  return { predict, seen: errorOn(split.seen), unseen: errorOn(split.unseen) };
}
