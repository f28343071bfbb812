// How far forecasts err: errors of every earlier origin, each over its scale (conformal ranges, pooled over series and weeks
// ahead). An error's scale is that of its series times what the weeks ahead add.

import { sum as sumOf } from '#core/base/statistics/statistics.ts';
import {
  weightedValues,
  weightedQuantile,
  type WeightedValues,
} from '#core/base/statistics/weighted-quantiles.ts';
import type { DemandFit } from './fit-demand.ts';
import { expectedChange, pastChanges, type PastChange } from './past-changes.ts';
import { seasonalColumns } from './seasonal-columns.ts';

export interface DemandErrors {
  /** Scale of each series, on the log1p scale. */
  readonly scales: Float64Array;
  readonly growth: HorizonGrowth;
  readonly standardised: WeightedValues;
}

/** Squared scale `weeks` ahead, in squared scales of the series: start + slope × weeks. */
interface HorizonGrowth {
  readonly start: number;
  readonly slope: number;
}

/** Origins that the scale of all series counts as, beside a series' own. */
const POOLED_ORIGINS = 4;
/** Errors of neighbouring origins are alike: so many count as one. */
const ALIKE_ORIGINS = 4;
/** Origins that all errors made without last year's season count as, once that is known: it makes errors smaller. */
const SEASONLESS_ORIGINS = 4;
const LEAST_SCALE = 1e-3;

interface PastError extends Pick<PastChange, 'series' | 'weeksAhead'> {
  readonly error: number;
  readonly weight: number;
}

/** @param mostWeeks weeks ahead that are looked at */
export function demandErrors(
  own: readonly Float64Array[],
  fit: DemandFit,
  mostWeeks: number,
): DemandErrors {
  const errors = pastErrors(own, fit, mostWeeks);
  const scales = seriesScales(errors, own.length);
  const growth = horizonGrowth(errors, scales);
  const of = ({ series, weeksAhead }: PastError) => scales[series]! * growthAt(growth, weeksAhead);
  const standardised = weightedValues(
    errors.map((each) => each.error / of(each)),
    errors.map(({ weight }) => weight),
  );
  return { scales, growth, standardised };
}

/** Returns the error, on the log1p scale, that is exceeded with probability 1 − share. */
export function errorQuantile(
  { scales, growth, standardised }: DemandErrors,
  { series, weeksAhead }: { readonly series: number; readonly weeksAhead: number },
  share: number,
): number {
  return scales[series]! * growthAt(growth, weeksAhead) * weightedQuantile(standardised, share);
}

function growthAt({ start, slope }: HorizonGrowth, weeksAhead: number): number {
  return Math.sqrt(start + slope * weeksAhead);
}

function pastErrors(
  own: readonly Float64Array[],
  { smoothed, weights }: DemandFit,
  mostWeeks: number,
): PastError[] {
  const isSeasonless = (origin: number) =>
    seasonalColumns(smoothed, { origin, target: origin }).every((column) => column === 0);
  const changes = pastChanges(own, smoothed, mostWeeks);
  const origins = [...new Set(changes.map(({ origin }) => origin))];
  const unlike = new Set(isSeasonless(own[0]!.length) ? [] : origins.filter(isSeasonless));
  const unlikeWeight = Math.min(1, SEASONLESS_ORIGINS / unlike.size);
  return changes.map(({ series, origin, weeksAhead, change, columns }) => ({
    ...{ series, weeksAhead },
    error: change - expectedChange(columns, weights),
    weight: unlike.has(origin) ? unlikeWeight : 1,
  }));
}

/** Returns the mean absolute error of each series, drawn towards that of all. */
function seriesScales(errors: readonly PastError[], count: number): Float64Array {
  const sums = new Float64Array(count);
  const weights = new Float64Array(count);
  const origins = new Float64Array(count);
  for (const { series, weeksAhead, error, weight } of errors) {
    sums[series] = sums[series]! + weight * Math.abs(error);
    weights[series] = weights[series]! + weight;
    if (weeksAhead === 1) origins[series] = origins[series]! + weight;
  }
  const all = sumOf(sums) / sumOf(weights);
  return sums.map((sum, i) => {
    const trusted = origins[i]! / ALIKE_ORIGINS;
    const own = weights[i]! > 0 ? sum / weights[i]! : all;
    const scale = (trusted * own + POOLED_ORIGINS * all) / (trusted + POOLED_ORIGINS);
    return Math.max(LEAST_SCALE, scale);
  });
}

/** Fits the squared mean error by weeks ahead as a line that does not fall: a level wanders, and weeks have noise of their own. */
function horizonGrowth(errors: readonly PastError[], scales: Float64Array): HorizonGrowth {
  const sums: { x: number; sum: number; weight: number }[] = [];
  for (const { series, weeksAhead, error, weight } of errors) {
    const at = (sums[weeksAhead - 1] ??= { x: weeksAhead, sum: 0, weight: 0 });
    at.sum += (weight * Math.abs(error)) / scales[series]!;
    at.weight += weight;
  }
  const all = sumOf(sums.map(({ weight }) => weight));
  const meanOf = (of: (x: number, y: number) => number) =>
    sumOf(sums.map(({ x, sum, weight }) => weight * of(x, (sum / weight) ** 2))) / all;
  const [centreX, centreY] = [meanOf((x) => x), meanOf((_, y) => y)];
  const square = meanOf((x) => (x - centreX) ** 2);
  const product = meanOf((x, y) => (x - centreX) * (y - centreY));
  const slope = square > 0 ? Math.max(0, product / square) : 0;
  return { start: Math.max(LEAST_SCALE, centreY - slope * centreX), slope };
}
