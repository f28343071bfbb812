// A calendar worked out: what it is worth and may come to, what it uses, which limits it breaks, who is left out.

import { monthStart } from '../dates.ts';
import type { Measure } from '../launch/promise.ts';
import type { LaunchPlan, OutcomeRange } from '../launch/launch-plan.ts';
import type { Objective } from '../launch/aim.ts';
import { metPairs, type MetPair } from './met-pairs.ts';
import { placementsOf, withPlacements } from './placements.ts';
import type { Placement } from './season-calendar.ts';
import { launchOutcome, rangedOutcome, totalRange } from './season-range.ts';
import type { SeasonProblem } from './season-problem.ts';
import {
  brokenLimits,
  chosen,
  seasonLoss,
  seasonUse,
  seasonValue,
  type LimitName,
  type SeasonUse,
} from './season-value.ts';
import type { PlacedSeason } from './week-changes.ts';

export interface SeasonView extends PlacedSeason {
  readonly placements: readonly Placement[];
  readonly value: number;
  /** What is aimed at, of all launches together. */
  readonly total: OutcomeRange;
  readonly use: SeasonUse;
  readonly broken: readonly LimitName[];
  readonly pairs: readonly MetPair[];
}

/** @param problem of the offers and limits */
export function viewSeason(
  { offers, limits }: Pick<PlacedSeason, 'offers' | 'limits'>,
  problem: SeasonProblem,
  placements: readonly Placement[],
): SeasonView {
  const placed = withPlacements(problem, offers, placements);
  const kept = placementsOf(placed.problem, placed.choice);
  const outcomes = offers.products.flatMap((_, i) => {
    const option = chosen(placed.problem, placed.choice, i);
    return option ? [launchOutcome(offers, option, i + 1)] : [];
  });
  const lost = seasonLoss(placed.problem, placed.choice);
  return {
    ...{ offers, limits, ...placed, placements: kept },
    value: seasonValue(placed.problem, placed.choice),
    total: totalRange(outcomes, offers.sharedFate, lost),
    use: seasonUse(placed.problem, placed.choice),
    broken: brokenLimits(placed.problem, placed.choice),
    pairs: metPairs(offers, kept),
  };
}

/** What a season is counted in: sell-through, a share, does not add up; the units that are sold do. */
export function seasonMeasure(objective: Objective): Measure {
  return objective === 'sell-through' ? 'units' : objective;
}

/** The same products, launched as usual; null where that is not known of all, or none is there. */
export function usualTotal(
  { offers, placements }: Pick<SeasonView, 'offers' | 'placements'>,
  plans: readonly LaunchPlan[],
): OutcomeRange | null {
  const measure = seasonMeasure(offers.objective);
  const outcomes = placements.map(({ productId, week }) => {
    const plan = plans.find(({ product }) => product.id === productId);
    const range = plan?.usual.outcome[measure] ?? null;
    const place = offers.products.findIndex((product) => product.productId === productId);
    return range && rangedOutcome(range, { seed: place + 1, month: monthStart(week) });
  });
  const known = outcomes.filter((outcome) => outcome !== null);
  return known.length === 0 || known.length < outcomes.length
    ? null
    : totalRange(known, offers.sharedFate);
}
