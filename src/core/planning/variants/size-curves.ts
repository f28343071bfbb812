// Size curves: the shares of sizes by category and size system, learnt from past launches. A launch's shares are Dirichlet
// around its category's, a category's around those of the system over all categories, and those are smooth over the
// ordered sizes. Launches are passed in order of their days, each forecast from earlier ones only; how far launches differ
// and how fast older ones count less is what forecasts them best (prequential likelihood: Dawid 1984).

import type { Day } from '#core/base/dates.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import type { CountedLaunch } from './counted-launches.ts';
import {
  bestConcentration,
  effectiveUnits,
  fitConcentration,
  logCounts,
  LEAST_UNCENSORED,
  type ConcentrationPrior,
} from './dirichlet-multinomial.ts';
import { smoothShares } from './smooth-shares.ts';

/** What a category sold in a size system, in effective units by size. */
export interface CategoryCurve {
  readonly category: string;
  /** Effective units by position of the system, on `lastDay`. */
  readonly units: readonly number[];
  readonly lastDay: Day;
  readonly launches: number;
  /** Units sold. */
  readonly sold: number;
}

export interface SystemCurve {
  readonly system: string;
  /** Sizes that were sold, ascending. */
  readonly positions: readonly number[];
  readonly categories: readonly CategoryCurve[];
  /** Concentration of launches around their category, and of categories around their system. */
  readonly ofLaunches: number;
  readonly ofCategories: number;
  /** Days after which a launch counts half; Infinity: all count alike. */
  readonly halfLifeDays: number;
}

const LAUNCH_PRIOR: ConcentrationPrior = { median: 40, spread: 1 };
const CATEGORY_PRIOR: ConcentrationPrior = { median: 25, spread: 1 };
const HALF_LIVES: readonly number[] = [Infinity, 730, 365, 180, 90];
/** Log likelihood that a shorter half-life must gain: the 95% quantile of chi-square with one degree of freedom, halved. */
const LEAST_GAIN = 1.92;
const ROUNDS = 2;
/** Launches, the newest, that tell how far launches differ: more would only take longer. */
const MOST_JUDGED = 600;

type SizedLaunch = CountedLaunch & { readonly sizes: NonNullable<CountedLaunch['sizes']> };

/** Learns the curves of each size system. */
export function learnSizes(launches: readonly CountedLaunch[]): SystemCurve[] {
  const sized = launches.filter((each): each is SizedLaunch => each.sizes !== null);
  const systems = [...new Set(sized.map(({ sizes }) => sizes.system))].sort();
  return systems.map((system) =>
    learnSystem(
      system,
      sized.filter(({ sizes }) => sizes.system === system),
    ),
  );
}

interface Settings {
  readonly ofLaunches: number;
  readonly ofCategories: number;
  readonly halfLifeDays: number;
  /** Shares of the system over all categories. */
  readonly means: readonly number[];
}

function learnSystem(system: string, launches: readonly SizedLaunch[]): SystemCurve {
  const positions = [...new Set(launches.flatMap(({ sizes }) => sizes.keys))].sort((a, b) => a - b);
  const equal = positions.map(() => 1 / positions.length);
  let settings: Settings = {
    ofLaunches: LAUNCH_PRIOR.median,
    ofCategories: CATEGORY_PRIOR.median,
    ...{ halfLifeDays: Infinity, means: equal },
  };
  const placed = placedLaunches(launches, positions);
  for (let round = 0; round < ROUNDS; round++) {
    const { categories } = passLaunches(placed, settings);
    const means = meansOf(categories, settings.ofCategories, equal);
    const ofCategories = fitCategories(categories, settings.ofCategories, equal);
    settings = fittedPace(placed, { ...settings, means, ofCategories });
  }
  const { categories } = passLaunches(placed, settings);
  const { ofLaunches, ofCategories, halfLifeDays } = settings;
  return { system, positions, categories, ofLaunches, ofCategories, halfLifeDays };
}

function fittedPace(all: readonly PlacedLaunch[], settings: Settings): Settings {
  const launches = all.slice(-MOST_JUDGED);
  const judged = launches.filter(({ isUncensored }) => isUncensored).length;
  const isClear = judged >= LEAST_UNCENSORED;
  const tried = HALF_LIVES.map((halfLifeDays) => {
    const at = (ofLaunches: number) =>
      passLaunches(launches, { ...settings, halfLifeDays, ofLaunches }).logLikelihood;
    const ofLaunches = isClear ? bestConcentration(at, LAUNCH_PRIOR) : LAUNCH_PRIOR.median;
    return { settings: { ...settings, halfLifeDays, ofLaunches }, value: at(ofLaunches) };
  });
  const [forever] = tried;
  const best = tried.reduce((a, b) => (b.value > a.value ? b : a));
  return best.value - forever!.value > LEAST_GAIN ? best.settings : forever!.settings;
}

/** Concentration of categories, each around the others' means. One category alone tells nothing of it. */
function fitCategories(
  categories: readonly CategoryCurve[],
  ofCategories: number,
  start: readonly number[],
): number {
  if (categories.length < 2) return CATEGORY_PRIOR.median;
  const groups = categories.map((category) => ({
    counts: category.units,
    means: meansOf(
      categories.filter((each) => each !== category),
      ofCategories,
      start,
    ),
  }));
  return fitConcentration(groups, CATEGORY_PRIOR);
}

/** Returns the shares over all categories; none counts for more than 1 + A effective units. */
export function meansOf(
  categories: readonly Pick<CategoryCurve, 'units'>[],
  ofCategories: number,
  start: readonly number[],
): number[] {
  const totals = start.map(() => 0);
  for (const { units } of categories) {
    const all = sum(units);
    const scale = all > 0 ? effectiveUnits(all, ofCategories) / all : 0;
    units.forEach((each, k) => (totals[k]! += scale * each));
  }
  return smoothShares(totals, start);
}

interface PlacedLaunch extends SizedLaunch {
  /** Expected demand by position of the system. */
  readonly counts: readonly number[];
  /** By position, the chance that the size was offered before its sales are seen. */
  readonly offered: readonly number[];
  /** Whether it tells how far launches differ. */
  readonly isJudged: boolean;
}

/** Places launches in their system: which sizes were offered where the history does not list sizes without a sale. */
function placedLaunches(
  launches: readonly SizedLaunch[],
  positions: readonly number[],
): PlacedLaunch[] {
  const uncensored = launches.filter(({ isUncensored }) => isUncensored).length;
  const isEnough = uncensored >= LEAST_UNCENSORED;
  const placed = launches.map((launch) => {
    const { keys, demand } = launch.sizes;
    const isListed = positions.map((position) => keys.includes(position));
    const [from, to] = [isListed.indexOf(true), isListed.lastIndexOf(true)];
    return {
      launch,
      counts: positions.map((position) => demand[keys.indexOf(position)] ?? 0),
      isWithin: positions.map((_, k) => (launch.isWhole ? isListed[k]! : k >= from && k <= to)),
    };
  });
  const usual = positions.map((_, k) => mean(placed.map(({ isWithin }) => (isWithin[k]! ? 1 : 0))));
  return placed.map(({ launch, counts, isWithin }) => ({
    ...{ ...launch, counts },
    offered: isWithin.map((is, k) => (is ? 1 : launch.isWhole ? 0 : usual[k]!)),
    isJudged: launch.isUncensored || !isEnough,
  }));
}

interface Passed {
  readonly categories: readonly CategoryCurve[];
  readonly logLikelihood: number;
}

/** Passes the launches in order: each is forecast from earlier ones, then added to its category. */
function passLaunches(launches: readonly PlacedLaunch[], settings: Settings): Passed {
  const { ofLaunches, ofCategories, halfLifeDays, means } = settings;
  const byName = new Map<string, CategoryCurve>();
  let logLikelihood = 0;
  for (const launch of launches) {
    const { category, day, units: sold } = launch;
    const before = byName.get(category) ?? emptyCurve(launch);
    const units = decayed(before, day, halfLifeDays);
    const curve = posterior(units, ofCategories, means);
    const offered = offeredChances(
      launch,
      curve,
      means.map((share) => share * ofCategories),
    );
    const within = sum(curve.map((share, k) => share * offered[k]!));
    const all = sum(launch.counts);
    if (launch.isJudged) {
      // Expected demand tells no more than the units that were sold.
      const counts = launch.counts.map((each) => (each * sold) / all);
      const shares = curve.map((share, k) => (share * offered[k]!) / within);
      logLikelihood += launch.weight * logCounts({ counts, means: shares }, ofLaunches);
    }
    // Sizes that were not offered count as expected, so they move nothing.
    const effective = launch.weight * effectiveUnits(sold, ofLaunches);
    const added = curve.map(
      (share, k) => effective * (launch.counts[k]! / all + ((1 - offered[k]!) * share) / within),
    );
    byName.set(category, {
      category,
      units: units.map((each, k) => each + added[k]!),
      lastDay: day,
      launches: before.launches + 1,
      sold: before.sold + sold,
    });
  }
  return { categories: [...byName.values()], logLikelihood };
}

function emptyCurve({ category, day, counts }: PlacedLaunch): CategoryCurve {
  return { category, units: counts.map(() => 0), lastDay: day, launches: 0, sold: 0 };
}

/** Returns the effective units of a category on a later day. */
export function decayed(
  { units, lastDay }: CategoryCurve,
  day: Day,
  halfLifeDays: number,
): number[] {
  const kept = 2 ** (-Math.max(0, day - lastDay) / halfLifeDays);
  return units.map((each) => each * kept);
}

/** Returns the expected shares of a category. */
export function posterior(
  units: readonly number[],
  ofCategories: number,
  means: readonly number[],
): number[] {
  const all = ofCategories + sum(units);
  return units.map((each, k) => (ofCategories * means[k]! + each) / all);
}

/**
 * Returns the chance that each size was offered, given that some did not sell. One that was offered sells nothing with the
 * probability (1 + μ / α)^−α of a gamma-Poisson count with the mean μ, where α is what its category's share may be like.
 */
function offeredChances(
  { counts, offered, units }: PlacedLaunch,
  curve: readonly number[],
  shapes: readonly number[],
): number[] {
  return offered.map((chance, k) => {
    if (chance === 0 || chance === 1 || counts[k]! > 0) return chance;
    const none = chance * (1 + (units * curve[k]!) / shapes[k]!) ** -shapes[k]!;
    return none / (none + 1 - chance);
  });
}
