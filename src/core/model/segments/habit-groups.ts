// Sorts buyers by their habits: lapsed, bargain hunters, regular, new. The rules' numbers come from the shop, so resamples
// of its buyers show whether they hold.

import { quantile } from '#core/base/statistics/statistics.ts';
import { HABIT_KINDS, type HabitKind } from './buyer-groups.ts';
import type { BuyersPast } from './buyers-past.ts';
import { historyOf } from './launch-view.ts';
import { chanceActive, fitRepeatModel, type RepeatModel } from './repeat-purchases.ts';

export interface HabitRules {
  readonly model: RepeatModel;
  /** Silence after which a buyer counts as lapsed. */
  readonly lapseDays: number;
  /** Share of lines at a discount from which a buyer hunts bargains. */
  readonly bargainShare: number;
}

/** Share of returning buyers whose usual gap between orders is shorter than the silence that counts as lapsed. */
const GAP_SHARE = 0.9;
const LEAST_LAPSE_DAYS = 30;
const LEAST_BARGAIN_SHARE = 0.4;
/** How many times the shop's share of discounted lines a bargain hunter has. */
const BARGAIN_TIMES = 2;
const LEAST_KNOWN_LINES = 3;
const LEAST_ACTIVE = 0.5;

/** Learns the rules from some buyers; one may stand there several times. */
export function learnHabitRules(past: BuyersPast, buyers: Uint32Array): HabitRules {
  const histories = Array.from(buyers, (buyer) => historyOf(past, buyer));
  const model = fitRepeatModel({
    repeats: Float64Array.from(histories, ({ repeats }) => repeats),
    lastAt: Float64Array.from(histories, ({ lastAt }) => lastAt),
    observed: Float64Array.from(histories, ({ observed }) => observed),
  });
  const gaps = histories.flatMap(({ repeats, lastAt }) =>
    repeats > 0 ? [(7 * lastAt) / repeats] : [],
  );
  const sumOf = (sums: Float64Array) => buyers.reduce((all, buyer) => all + sums[buyer]!, 0);
  const known = sumOf(past.discountKnown);
  const share = known > 0 ? sumOf(past.discounted) / known : 0;
  return {
    model,
    lapseDays: Math.max(LEAST_LAPSE_DAYS, gaps.length > 0 ? quantile(gaps, GAP_SHARE) : 0),
    bargainShare: Math.max(LEAST_BARGAIN_SHARE, BARGAIN_TIMES * share),
  };
}

/** Returns the place of the buyer's kind in HABIT_KINDS. */
export function habitOf(past: BuyersPast, buyer: number, rules: HabitRules): number {
  const kind = (name: HabitKind) => HABIT_KINDS.indexOf(name);
  const history = historyOf(past, buyer);
  const silence = past.day - past.lastDay[buyer]!;
  const isActive = chanceActive(rules.model, history) >= LEAST_ACTIVE;
  if (silence > rules.lapseDays || !isActive) return kind('lapsed');
  const known = past.discountKnown[buyer]!;
  const isBargain = past.discounted[buyer]! >= rules.bargainShare * known;
  if (known >= LEAST_KNOWN_LINES && isBargain) return kind('bargain');
  return kind(history.repeats > 0 ? 'regular' : 'new');
}
