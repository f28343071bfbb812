// What the history shows about arms. An arm is one channel in one category. Its effect is what such products sell there
// beyond the separate effects of category, channel and product. Arms vary by one normal distribution (between), single
// launches of an arm by another (noise).

import { varianceParts } from '#core/base/statistics/variance-parts.ts';
import type { Day } from '#core/base/dates.ts';

export interface ArmSpread {
  /** Standard deviations, in log units. */
  readonly between: number;
  readonly noise: number;
}

export interface KnownArms extends ArmSpread {
  readonly channels: readonly string[];
  readonly categories: readonly CategoryArms[];
}

export interface CategoryArms {
  readonly category: string;
  /** Past launches, in the order of the channels. */
  readonly tried: readonly number[];
  /** Launches per half-year, from the last year. */
  readonly launchesASeason: number;
}

/** One entry per launch. */
export interface PastArms {
  readonly category: readonly string[];
  readonly channel: readonly string[];
  readonly days: ArrayLike<Day>;
  /** Residual log units, which product, week and offer do not explain; NaN where units are not known. */
  readonly left: ArrayLike<number>;
}

/** Assumed spread; the prior standard deviation of the variance between arms equals that variance. */
const USUAL_SPREAD: ArmSpread = { between: 0.3, noise: 0.7 };
/** With fewer launches or arms, the spread between arms cannot be estimated. */
const LEAST_LAUNCHES = 40;
const LEAST_ARMS = 6;
const YEAR_DAYS = 364;
const SEASONS_A_YEAR = 2;

/** Counts past launches by category and channel, and estimates how much arms differ. */
export function knownArms(past: PastArms, channels: readonly string[]): KnownArms {
  const rows = Array.from(past.category.keys());
  const byCategory = new Map<string, number[]>();
  for (const row of rows) {
    const own = byCategory.get(past.category[row]!);
    if (own) own.push(row);
    else byCategory.set(past.category[row]!, [row]);
  }
  const lastDay = rows.reduce((last, row) => Math.max(last, past.days[row]!), -Infinity);
  const arms = [...byCategory].map(([category, own]) => ({
    category,
    groups: channels.map((name) =>
      own
        .filter((row) => past.channel[row] === name)
        .map((row) => past.left[row]!)
        .filter((left) => Number.isFinite(left)),
    ),
    ofLate: own.filter((row) => past.days[row]! > lastDay - YEAR_DAYS).length,
  }));
  return {
    ...armSpread(arms.map(({ groups }) => groups)),
    channels,
    categories: arms.map(({ category, groups, ofLate }) => ({
      category,
      tried: groups.map((group) => group.length),
      launchesASeason: ofLate / SEASONS_A_YEAR,
    })),
  };
}

/**
 * Estimates the spread of arms from residuals, [categories][arms][launches]. In a short history, chance makes arms look
 * equal or very different. The assumed and the estimated variance are therefore weighted by their precision (a normal
 * prior on the variance).
 */
export function armSpread(categories: readonly (readonly (readonly number[])[])[]): ArmSpread {
  const filled = categories.flat().filter((group) => group.length > 0);
  if (filled.length < LEAST_ARMS || filled.flat().length < LEAST_LAUNCHES) return USUAL_SPREAD;
  const { between, within, doubtOfBetween } = varianceParts(categories);
  const usual = USUAL_SPREAD.between ** 2;
  const trust = usual ** 2 / (usual ** 2 + doubtOfBetween(usual) ** 2);
  const variance = usual + trust * (Math.max(0, between) - usual);
  if (!Number.isFinite(variance) || !(within > 0)) return USUAL_SPREAD;
  return { between: Math.sqrt(variance), noise: Math.sqrt(within) };
}

/**
 * Returns the posterior standard deviation of an arm's effect after this many launches (a normal mean), in log units.
 */
export function armDeviation({ between, noise }: ArmSpread, launches: number): number {
  if (between === 0) return 0;
  return 1 / Math.sqrt(1 / between ** 2 + launches / noise ** 2);
}

/** Returns the standard deviation of the change that one more launch makes to an arm's estimate. */
export function armMove(spread: ArmSpread, launches: number): number {
  const [now, then] = [armDeviation(spread, launches), armDeviation(spread, launches + 1)];
  return Math.sqrt(Math.max(0, now ** 2 - then ** 2));
}
