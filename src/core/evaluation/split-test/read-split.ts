// What a split test shows: the difference between its arms with a range, and whether that may be believed.

import { upperGamma } from '#core/base/statistics/chi-square.ts';
import { meanDifference } from './mean-difference.ts';
import { normalQuantile, normalShare } from '#core/base/statistics/normal-distribution.ts';
import { shareDifference } from '#core/base/statistics/share-difference.ts';
import { boundAt } from './look-bounds.ts';
import type { ArmPair, ArmSums, SplitDesign, SplitReading } from './split-test.ts';

export interface SplitResult {
  readonly isFinal: boolean;
  /** Whether the arms have sizes that the design makes likely. Where not, no effect is shown. */
  readonly ratio: SampleRatio;
  readonly all: SplitEffect;
  /** At the end only; ranges hold for all groups together. */
  readonly groups: readonly (SplitEffect & { readonly group: string })[];
  readonly finding: SplitFinding;
  readonly advice: 'stop' | 'go-on' | 'repeat';
}

/** 'more': buyers ordered more with it, 'fewer' less, 'open': no difference shown; 'mixed': the arms are not comparable. */
export type SplitFinding = 'more' | 'fewer' | 'open' | 'mixed';

export interface SampleRatio {
  /** Chance of sizes as unequal as these by chance alone, 0–1. */
  readonly chance: number;
  readonly isBroken: boolean;
}

export interface SplitEffect {
  /** Share of buyers who ordered. */
  readonly orders: Difference;
  /** Sales a buyer, of all products; null where money is not known. */
  readonly sales: Difference | null;
  readonly buyers: number;
}

export interface Difference {
  readonly heldOut: number;
  readonly sent: number;
  /** sent − heldOut, with its range: 95%, wider at early looks and for several groups. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Chances of sample sizes below it count as a broken test (Kohavi, Tang, Xu 2020, chapter 21). */
const LEAST_RATIO_CHANCE = 0.001;

/** Returns what one look of a test shows. */
export function readSplit(design: SplitDesign, reading: SplitReading): SplitResult {
  const ratio = sampleRatio(design, reading.all);
  const bound = boundAt(reading.look, design.looks);
  const isFinal = reading.look >= design.looks;
  const all = effectOf(reading.all, bound);
  const groups = isFinal && !ratio.isBroken ? reading.groups : [];
  const groupBound = boundForSeveral(bound, groups.length);
  const finding = ratio.isBroken ? 'mixed' : findingOf(all.orders);
  return {
    ...{ isFinal, ratio, all, finding },
    groups: groups.map((pair) => ({ group: pair.group, ...effectOf(pair, groupBound) })),
    advice: finding === 'mixed' ? 'repeat' : isFinal || finding !== 'open' ? 'stop' : 'go-on',
  };
}

/** Returns what a range of a difference says: nothing where it has 0 in it. */
export function findingOf({ low, high }: Pick<Difference, 'low' | 'high'>): SplitFinding {
  if (low > 0) return 'more';
  return high < 0 ? 'fewer' : 'open';
}

/** Returns Pearson's χ² test, with one degree of freedom, of the arms' sizes against the planned share. */
export function sampleRatio(
  { heldOutShare }: Pick<SplitDesign, 'heldOutShare'>,
  { sent, heldOut }: ArmPair,
): SampleRatio {
  const total = sent.buyers + heldOut.buyers;
  const expected = total * heldOutShare;
  const square = (heldOut.buyers - expected) ** 2;
  const chance = upperGamma(0.5, (square / expected + square / (total - expected)) / 2);
  return { chance, isBroken: chance < LEAST_RATIO_CHANCE };
}

/** Returns the bound with which all of several ranges hold together (Bonferroni). */
function boundForSeveral(bound: number, count: number): number {
  if (count <= 1) return bound;
  return normalQuantile(1 - normalShare(-bound) / count);
}

function effectOf({ sent, heldOut }: ArmPair, bound: number): SplitEffect {
  return {
    orders: differenceOf(heldOut, sent, {
      valueOf: shareOf,
      range: (before, after) =>
        shareDifference(
          { share: shareOf(before), count: before.buyers },
          { share: shareOf(after), count: after.buyers },
          bound,
        ),
    }),
    sales:
      Number.isFinite(sent.sales) && Number.isFinite(heldOut.sales)
        ? differenceOf(heldOut, sent, {
            valueOf: ({ sales, buyers }) => sales / buyers,
            range: (before, after) => meanDifference(salesMean(before), salesMean(after), bound),
          })
        : null,
    buyers: sent.buyers + heldOut.buyers,
  };
}

interface Measured {
  readonly valueOf: (arm: ArmSums) => number;
  readonly range: (before: ArmSums, after: ArmSums) => readonly [low: number, high: number];
}

function differenceOf(heldOut: ArmSums, sent: ArmSums, { valueOf, range }: Measured): Difference {
  const [low, high] = range(heldOut, sent);
  const values = { heldOut: valueOf(heldOut), sent: valueOf(sent) };
  return { ...values, difference: values.sent - values.heldOut, low, high };
}

function shareOf({ ordered, buyers }: ArmSums): number {
  return ordered / buyers;
}

function salesMean({ sales, salesSquares, buyers }: ArmSums) {
  const mean = sales / buyers;
  const variance = (salesSquares - buyers * mean ** 2) / (buyers - 1);
  return { mean, variance, count: buyers };
}
