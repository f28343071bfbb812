// A range of nine tenths around predictions, from what earlier ones missed by (conformal prediction in time order, Vovk et
// al. 2005). Misses are divided by how much they vary at that size. Shops change: the share of misses beyond each end
// follows what recent ranges left out (adaptive conformal inference, Gibbs & Candès 2021).

import { mean, quantileOfSorted } from '#core/base/statistics/statistics.ts';

export interface Miss {
  readonly predicted: number;
  /** What came less what was predicted. */
  readonly miss: number;
  /** Of predictions that were made together; ascending. */
  readonly study: number;
}

export interface MissRange {
  /** Spread of misses: intercept and slope by the prediction, and the least. */
  readonly spread: readonly [intercept: number, slope: number, least: number];
  /** Misses over spread that bound nine tenths. */
  readonly low90: number;
  readonly high90: number;
}

const TAIL = 0.05;
/** How far a tail moves for each study that left out all of its predictions. */
const RATE = 0.1;
const LEAST_TAIL = 0.005;
const MOST_TAIL = 0.2;

/** @param least misses that the range of a study needs before it is judged */
export function missRange(misses: readonly Miss[], least: number): MissRange {
  let [low, high] = [TAIL, TAIL];
  for (const study of new Set(misses.map((miss) => miss.study))) {
    const earlier = misses.filter((miss) => miss.study < study);
    if (earlier.length < least) continue;
    const { spread, low90, high90 } = rangeWith(earlier, low, high);
    const own = misses.filter((miss) => miss.study === study).map((miss) => ratioOf(miss, spread));
    low = moved(low, own.filter((ratio) => ratio < low90).length / own.length);
    high = moved(high, own.filter((ratio) => ratio > high90).length / own.length);
  }
  return rangeWith(misses, low, high);
}

/** Returns how much predictions of this size miss by. */
export function spreadAt(
  [intercept, slope, least]: MissRange['spread'],
  predicted: number,
): number {
  return Math.max(least, intercept + slope * predicted);
}

function moved(tail: number, leftOut: number): number {
  return Math.min(MOST_TAIL, Math.max(LEAST_TAIL, tail + RATE * (TAIL - leftOut)));
}

function rangeWith(misses: readonly Miss[], low: number, high: number): MissRange {
  const spread = spreadOf(misses);
  const ratios = misses.map((miss) => ratioOf(miss, spread)).sort((a, b) => a - b);
  return {
    spread,
    low90: quantileOfSorted(ratios, low),
    high90: quantileOfSorted(ratios, 1 - high),
  };
}

function ratioOf({ predicted, miss }: Miss, spread: MissRange['spread']): number {
  return miss / spreadAt(spread, predicted);
}

/** Fits the size of misses by the prediction: least squares. */
function spreadOf(misses: readonly Miss[]): MissRange['spread'] {
  const sizes = misses.map(({ miss }) => Math.abs(miss));
  const [usual, centre] = [mean(sizes), mean(misses.map(({ predicted }) => predicted))];
  let [crossed, squared] = [0, 0];
  misses.forEach(({ predicted }, i) => {
    crossed += (predicted - centre) * (sizes[i]! - usual);
    squared += (predicted - centre) ** 2;
  });
  const slope = squared > 0 ? crossed / squared : 0;
  return [usual - slope * centre, slope, Math.max(0.05, usual / 2)];
}
