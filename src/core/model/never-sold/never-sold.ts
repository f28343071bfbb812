// What can be said of a category that a shop never sold: from its niche, where files have that of enough categories that the
// shop sells, else only that it may differ as much as they do.

import { countTexts, mean, quantile, standardDeviation } from '#core/base/statistics/statistics.ts';
import type { Residuals } from '../blend/conformal-ranges.ts';
import { leftOutLevels, type KnownLaunches, type LeftOutLevel } from './left-out-levels.ts';
import { LEAST_PRECEDENTS, marketShift, type MarketShift } from './market-shift.ts';

/** What a product of a niche sells, in logs. */
export interface NicheLevel {
  /** Log of the units of one product in 360 days. */
  readonly logUnits: number;
  /** Log of its price, in the shop's currency; NaN where it is not known. */
  readonly logPrice: number;
}

/** How the forecast of a category that was never sold is found. */
export interface NeverSold extends MarketShift {
  /** Number of the shop's categories that it rests on. */
  readonly categories: number;
  /**
   * Usual units of a launch over the units of one product of its niche in 360 days; null where the forecast does not rest on a
   * niche.
   */
  readonly nicheShare: number | null;
}

/** What a forecast can rest on. */
export interface NeverSoldBasis {
  readonly launches: KnownLaunches;
  /** Those of the model's forecasts. */
  readonly residuals: Residuals;
  readonly nicheOf: (category: string) => NicheLevel | null;
}

/** In so many categories, launches differ among themselves by less than is assumed. */
const CAUTIOUS = 0.75;

/** The largest of a shop's categories show enough. */
const MOST_CATEGORIES = 60;

/** Returns a function for what is known of a category; null where it was sold, or where too few others were. */
export function neverSoldFinder(basis: NeverSoldBasis): (category: string) => NeverSold | null {
  const counted = countTexts(basis.launches.category.filter((category) => category !== ''));
  const sold = new Set(counted.map(([category]) => category));
  const names = counted.slice(0, MOST_CATEGORIES).map(([category]) => category);
  let levels: Levels | undefined;
  return (category) => {
    if (category === '' || sold.has(category)) return null;
    levels ??= levelsOf(basis, names);
    return neverSold(basis, levels, category);
  };
}

/** A category that was sold, and its niche. */
interface Sold {
  readonly level: LeftOutLevel;
  readonly niche: NicheLevel | null;
}

interface Levels {
  readonly ofSold: readonly Sold[];
  /** What all launches tell of a usual one. */
  readonly ofUsual: LeftOutLevel;
}

function levelsOf({ launches, nicheOf }: NeverSoldBasis, names: readonly string[]): Levels {
  const levels = leftOutLevels(launches, [...names, null]);
  return {
    ofSold: names.map((name, i) => ({ level: levels[i]!, niche: nicheOf(name) })),
    ofUsual: levels.at(-1)!,
  };
}

function neverSold(
  { nicheOf, residuals }: NeverSoldBasis,
  { ofSold, ofUsual }: Levels,
  category: string,
): NeverSold | null {
  const own = nicheOf(category);
  const inNiches = ofSold.filter(({ niche }) => niche !== null);
  const niche = inNiches.length >= LEAST_PRECEDENTS ? own : null;
  const basis = niche ? inNiches : ofSold;
  const precedents = basis.map(({ level, niche: other }) => ({
    ...{ launches: level.launches, beyond: level.logUnits - level.toldByOthers },
    chance: level.within / level.launches,
    market: niche ? beyondOthers(other!, level) : 0,
  }));
  const shift = marketShift(precedents, niche ? beyondOthers(niche, ofUsual) : 0);
  if (!shift) return null;
  // Launches of a category that a model does not know differ among themselves by more than its residuals tell, in some by much.
  const within = quantile(
    basis.map(({ level }) => level.within),
    CAUTIOUS,
  );
  const shares = basis.map(({ level, niche: other }) => level.logUnits - (other?.logUnits ?? NaN));
  return {
    ...shift,
    scale: Math.sqrt(shift.scale ** 2 + Math.max(0, within - standardDeviation(residuals) ** 2)),
    ...{ categories: basis.length, nicheShare: niche ? Math.exp(mean(shares)) : null },
  };
}

/** Returns what a niche tells beyond the launches of other categories, at its own price where that is known. */
function beyondOthers(niche: NicheLevel, level: LeftOutLevel): number {
  const price = level.priceSlope * (niche.logPrice - level.logPrice);
  return niche.logUnits - level.toldByOthers - (Number.isFinite(price) ? price : 0);
}
