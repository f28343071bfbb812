// A merchandiser whose choice of channel and promotion hangs together, and on the season, the price and the spend; and, if asked to, on a
// quality of the product that no column tells and that sells, too.

import { mean, sum } from '#core/statistics.ts';
import type { PossibleLaunch, WorldModule } from './merchandiser-log.ts';

/** Of the quality that no column tells, as the benchmark draws it for past launches. */
export const HIDDEN_DEVIATION = 0.25;

export interface Habit {
  /**
   * Of a product one standard deviation better than its columns tell, how many times as likely the merchandiser makes it that a channel and
   * a promotion are chosen which both sell better than others. 1: the merchandiser does not know what is hidden either.
   */
  readonly hiddenOdds: number;
}

const SEASON = 0.6;
const PRICE = 0.4;
const SPEND = 0.4;
const TOGETHER = 0.5;
/** Of the price factor, as the benchmark draws it, and of the log of spend. */
const PRICE_DEVIATION = 0.08;
const SPEND_DEVIATION = 0.9;
/** Spend is rounded, to nothing too. */
const LEAST_SPEND = 0.02;

/** The chances of each channel with each promotion, [channels × promotions]. */
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

/** 1 of channels and promotions whose actions bring more profit than the middle of all on average, else −1: what hides most. */
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
