// The effect of every group's launches on every group's sales.

import { median, standardDeviation } from '#core/base/statistics/statistics.ts';
import { LEAST_COUNT } from './associations.ts';
import { cleanWeeks, type CleanWeeks } from './clean-weeks.ts';
import { excessError, laggedSums, weekVariance } from './excess-error.ts';
import { excessUnits, type Excess, type LaunchesBeside } from './excess-units.ts';
import type { HaloPanel } from './halo-panel.ts';

export interface LaunchingGroup {
  /** Index in the panel. */
  readonly group: number;
  readonly weeks: CleanWeeks;
}

export interface HaloEstimate {
  readonly launched: number;
  readonly other: number;
  /** Extra units for each launch, with its standard error. */
  readonly units: number;
  readonly error: number;
}

/** Least clean weeks, and least groups, which are needed for controls. */
export const LEAST_CLEAN_WEEKS = 16;
const LEAST_GROUPS = 4;
const MOST_CORRELATION = 0.8;

/** Returns the groups whose launches can be compared: enough of them, and enough weeks without. */
export function launchingGroups({ groups, windowWeeks }: HaloPanel): LaunchingGroup[] {
  if (groups.length < LEAST_GROUPS) return [];
  return groups
    .map(({ launches }, group) => ({ group, weeks: cleanWeeks(launches, windowWeeks) }))
    .filter(
      ({ weeks }) => weeks.wholeLaunches >= LEAST_COUNT && weeks.clean.length >= LEAST_CLEAN_WEEKS,
    );
}

/** What is supposed of a shop before an effect is estimated. */
export interface Supposed {
  readonly launching: readonly LaunchingGroup[];
  /** [groups][launching] Standard deviation, around 0, of what one running launch adds to a group's ratio. */
  readonly spreads: readonly Float64Array[];
  /** [groups] Variance of a week's ratio. */
  readonly noise: Float64Array;
  /** Of errors a week apart; shared by all pairs, as one has too few weeks to tell. */
  readonly correlation: number;
}

/** Measures noise and correlation, given how far effects may spread. Yields after each group. */
export function* supposed(
  panel: HaloPanel,
  launching: readonly LaunchingGroup[],
  spreads: readonly Float64Array[],
): Generator<void, Supposed> {
  const noise = panel.groups.map(({ ratio }) => standardDeviation(ratio) ** 2);
  const before = { launching, spreads, noise: Float64Array.from(noise), correlation: 0 };
  const excesses: Excess[][] = [];
  for (const other of panel.groups.keys()) {
    excesses.push(launching.map((from) => excessOf(panel, { from, other }, before)));
    yield;
  }
  const sums = excesses.flat().map(laggedSums);
  const products = sums.reduce((total, each) => total + each.products, 0);
  const squares = sums.reduce((total, each) => total + each.squares, 0);
  const correlation = squares > 0 ? products / squares : 0;
  return {
    ...before,
    noise: Float64Array.from(excesses, (own) => median(own.map(weekVariance))),
    correlation: Math.min(MOST_CORRELATION, Math.max(0, correlation)),
  };
}

/**
 * Estimates the effects of `launching` on each group of the panel. Yields after each of them.
 * @param terms the shop's own launches, which may bring something beside those that are estimated
 */
export function* haloEstimates(
  panel: HaloPanel,
  launching: readonly LaunchingGroup[],
  terms: Supposed,
): Generator<void, HaloEstimate[]> {
  const found: HaloEstimate[] = [];
  for (const other of panel.groups.keys()) {
    found.push(...launching.map((from) => estimateOf(panel, { from, other }, terms)));
    yield;
  }
  return found;
}

interface PairIn {
  readonly from: LaunchingGroup;
  readonly other: number;
}

function launchesBeside(
  { from, other }: PairIn,
  { launching, spreads }: Supposed,
): LaunchesBeside[] {
  return launching.flatMap((each, k) =>
    each === from ? [] : [{ running: each.weeks.running, spread: spreads[other]![k]! }],
  );
}

function excessOf(panel: HaloPanel, pair: PairIn, terms: Supposed): Excess {
  const { ratio, level } = panel.groups[pair.other]!;
  const common = panel.commonOf(pair.from.group, pair.other);
  const beside = launchesBeside(pair, terms);
  return excessUnits(
    { ratio, level, common, beside, noise: terms.noise[pair.other]! },
    pair.from.weeks,
  );
}

function estimateOf(panel: HaloPanel, pair: PairIn, terms: Supposed): HaloEstimate {
  const excess = excessOf(panel, pair, terms);
  const { correlation } = terms;
  const error = excessError(excess, { correlation, beside: launchesBeside(pair, terms) });
  return { launched: pair.from.group, other: pair.other, units: excess.units, error };
}
