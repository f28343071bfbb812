// A merchandiser whose channel and promotion depend on each other, the season, the price and the spend. Optionally they
// also depend on a quality that no column shows and that sells.

import { mean, sum } from '#core/base/statistics/statistics.ts';
import type { PossibleLaunch, WorldModule } from './merchandiser-log.ts';

/** Standard deviation of the quality that no column shows, as the benchmark draws it for past launches. */
export const HIDDEN_DEVIATION = 0.25;

export interface Habit {
  /**
   * For a product one standard deviation better than its columns show: how many times as likely the merchandiser
   * chooses a channel and a promotion that both sell better. 1: the merchandiser does not know what is hidden either.
   */
  readonly hiddenOdds: number;
}

const SEASON = 0.6;
const PRICE = 0.4;
const SPEND = 0.4;
const TOGETHER = 0.5;
/** Standard deviation of the price factor, as the benchmark draws it; `SPEND_DEVIATION` is that of log spend. */
const PRICE_DEVIATION = 0.08;
const SPEND_DEVIATION = 0.9;
/** Least spend ratio, because spend is rounded and may be 0. */
const LEAST_SPEND = 0.02;

/** Returns a function from a launch to the propensities of its actions, [channels × promotions]. */
export function mixedHabit(
  worlds: WorldModule,
  launches: readonly PossibleLaunch[],
  { seed, habit }: { readonly seed: number; readonly habit: Habit },
) {
  const random = worlds.random(seed * 613 + 29);
  const channelCount = worlds.CHANNELS.length;
  const promotionCount = worlds.PROMOTIONS.length;
  const drawn = (count: number, deviation: number) =>
    Array.from({ length: count }, () => random.normal() * deviation);
  const ofParts = () => ({
    phase: Array.from({ length: channelCount + promotionCount }, () => random.u() * 52),
    season: drawn(channelCount + promotionCount, SEASON),
    price: drawn(channelCount + promotionCount, PRICE),
    spend: drawn(channelCount + promotionCount, SPEND),
  });
  const { phase, season, price, spend } = ofParts();
  const together = drawn(channelCount * promotionCount, TOGETHER);
  const partsOf = (a: number) => [
    Math.floor(a / promotionCount),
    channelCount + (a % promotionCount),
  ];
  const half = Math.log(habit.hiddenOdds) / 2;
  const favoured = betterParts(launches, channelCount + promotionCount, partsOf);
  return ({ week, factor, spendRatio, product, apart }: PossibleLaunch): number[] => {
    const dear = Math.log(factor) / PRICE_DEVIATION;
    const spent = Math.log(Math.max(spendRatio, LEAST_SPEND)) / SPEND_DEVIATION;
    const better = product.hidden / HIDDEN_DEVIATION;
    const partOf = (j: number): number =>
      season[j]! * Math.cos((2 * Math.PI * (week - phase[j]!)) / 52) +
      price[j]! * dear +
      spend[j]! * spent +
      half * favoured[j]! * better;
    const weights = apart.map(
      (chance, a) => chance * Math.exp(sum(partsOf(a).map(partOf)) + together[a]!),
    );
    const all = sum(weights);
    return weights.map((weight) => weight / all);
  };
}

/**
 * Returns 1 for channels and promotions whose actions earn more than the mean of all actions, otherwise −1. Favouring
 * these hides most.
 */
function betterParts(
  launches: readonly PossibleLaunch[],
  partCount: number,
  partsOf: (action: number) => readonly number[],
): number[] {
  const totals = launches[0]!.profits.map((_, a) =>
    mean(launches.map(({ profits }) => profits[a]!)),
  );
  const middle = mean(totals);
  return Array.from({ length: partCount }, (_, j) => {
    const own = totals.filter((_total, a) => partsOf(a).includes(j));
    return mean(own) > middle ? 1 : -1;
  });
}
