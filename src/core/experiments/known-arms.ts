// What the history says of arms. An arm is one channel in one category: what such products sell on it beyond what category, channel and
// product say each for itself. Arms differ by a normal distribution (between), single launches of one arm by another (noise).

import { varianceParts } from '../evaluation/variance-parts.ts';
import type { Day } from '../dates.ts';

export interface ArmSpread {
  /** Deviations of log units. */
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
  /** Own launches in half a year of late. */
  readonly launchesASeason: number;
}

/** One entry a launch. */
export interface PastArms {
  readonly category: readonly string[];
  readonly channel: readonly string[];
  readonly days: ArrayLike<Day>;
  /** Of log units, what product, week and offer do not explain; NaN where units are not known. */
  readonly left: ArrayLike<number>;
}

/** What is assumed; how far arms differ, squared, may be off by as much again. */
const USUAL_SPREAD: ArmSpread = { between: 0.3, noise: 0.7 };
/** Fewer launches and arms tell nothing of how far arms differ. */
const LEAST_LAUNCHES = 40;
const LEAST_ARMS = 6;
const YEAR_DAYS = 364;
const SEASONS_A_YEAR = 2;

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
 * From what is left of the launches of each arm, category by category. In a short history arms seem to differ by nothing as easily as by a
 * lot: what is usual and what is found are weighed by how sure each is (a normal prior on the variance).
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

/** How far what an arm does may lie from what is believed after so many launches: the posterior deviation of a normal mean. */
export function armDeviation({ between, noise }: ArmSpread, launches: number): number {
  if (between === 0) return 0;
  return 1 / Math.sqrt(1 / between ** 2 + launches / noise ** 2);
}

/** How far one more launch is expected to move what is believed of an arm. */
export function armMove(spread: ArmSpread, launches: number): number {
  const [now, then] = [armDeviation(spread, launches), armDeviation(spread, launches + 1)];
  return Math.sqrt(Math.max(0, now ** 2 - then ** 2));
}
