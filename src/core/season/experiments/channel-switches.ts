// Calculates what a season loses if one product moves to another channel and all else stays.

import {
  LEFT_OUT,
  pairMeritLoss,
  type SeasonChoice,
  type SeasonProblem,
} from '../problem/season-problem.ts';
import { meritOf } from '../offers/season-option.ts';
import { brokenLimits, chosen, seasonMerit } from '../problem/season-value.ts';

export interface ChannelSwitch {
  /** Index among the product's options. */
  readonly option: number;
  /** Loss of the season's merit; negative: a gain. */
  readonly cost: number;
}

interface Asked {
  readonly product: number;
  readonly channel: number;
  /** Switches that cost as much or more are not searched. */
  readonly mostCost: number;
}

/** Returns the cheapest switch that breaks no limit that is kept now; null where none costs less than `mostCost`. */
export function cheapestSwitch(
  problem: SeasonProblem,
  choice: SeasonChoice,
  { product, channel, mostCost }: Asked,
): ChannelSwitch | null {
  const now = chosen(problem, choice, product);
  if (!now) return null;
  const mayGain = lostToOthers(problem, choice, product);
  const candidates = problem.products[product]!.options.map((option, place) => ({
    option,
    place,
    leastCost: meritOf(now) - meritOf(option) - mayGain,
  }))
    .filter(({ option, leastCost }) => option.channel === channel && leastCost < mostCost)
    .sort((a, b) => a.leastCost - b.leastCost);
  if (candidates.length === 0) return null;
  const before = seasonMerit(problem, choice);
  const broken = new Set(brokenLimits(problem, choice).map((limit) => JSON.stringify(limit)));
  let best: ChannelSwitch | null = null;
  for (const { place, leastCost } of candidates) {
    if (leastCost >= (best?.cost ?? mostCost)) break;
    const moved = choice.with(product, place);
    const cost = before - seasonMerit(problem, moved);
    if (cost >= (best?.cost ?? mostCost)) continue;
    const breaks = brokenLimits(problem, moved).some((limit) => !broken.has(JSON.stringify(limit)));
    if (!breaks) best = { option: place, cost };
  }
  return best;
}

/** Returns the merit that the launch and similar ones take from each other: the most that a move can win back. */
function lostToOthers(problem: SeasonProblem, choice: SeasonChoice, product: number): number {
  let lost = 0;
  for (const pair of problem.pairs) {
    if (pair.first !== product && pair.second !== product) continue;
    const [first, second] = [pair.first, pair.second].map((each) => chosen(problem, choice, each));
    if (first && second) lost += pairMeritLoss(problem, pair, [first.week, second.week]);
  }
  return lost;
}

/** Returns whether the product is launched and not locked. */
export function mayMove(
  { products }: SeasonProblem,
  choice: SeasonChoice,
  product: number,
): boolean {
  return choice[product] !== LEFT_OUT && !products[product]!.isLocked;
}
