// Evaluates a calendar: its value and range, what it uses, which limits it breaks, and which similar launches meet.

import { monthStart } from '#core/base/dates.ts';
import type { Measure } from '#core/planning/plan/planned-value.ts';
import type { LaunchPlan, OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import type { Objective } from '#core/planning/plan/aim.ts';
import { cannibalisingPairs, type CannibalisingPair } from './cannibalising-pairs.ts';
import { placementsOf, withPlacements } from './placements.ts';
import type { Placement } from '../offers/placement.ts';
import { seasonGain, seasonParts, type SeasonGain } from './season-gain.ts';
import { rangedOutcome, totalRange } from './season-range.ts';
import type { SeasonProblem } from '../problem/season-problem.ts';
import {
  brokenLimits,
  seasonMerit,
  seasonUse,
  seasonValue,
  type LimitName,
  type SeasonUse,
} from '../problem/season-value.ts';
import type { PlacedSeason } from './week-changes.ts';

export interface SeasonView extends PlacedSeason {
  readonly placements: readonly Placement[];
  /** Objective, summed over all launches; below, what calendars maximise: the same with waiting counted. */
  readonly value: number;
  readonly merit: number;
  /** Range of the objective, summed over all launches. */
  readonly total: OutcomeRange;
  readonly use: SeasonUse;
  readonly broken: readonly LimitName[];
  readonly pairs: readonly CannibalisingPair[];
}

/**
 * Returns the evaluated calendar.
 * @param problem built from the offers and limits
 */
export function viewSeason(
  { offers, limits }: Pick<PlacedSeason, 'offers' | 'limits'>,
  problem: SeasonProblem,
  placements: readonly Placement[],
): SeasonView {
  const placed = withPlacements(problem, offers, placements);
  const kept = placementsOf(placed.problem, placed.choice);
  const { outcomes, lost } = seasonParts(offers, placed);
  return {
    ...{ offers, limits, ...placed, placements: kept },
    value: seasonValue(placed.problem, placed.choice),
    merit: seasonMerit(placed.problem, placed.choice),
    total: totalRange(outcomes, offers.sharedFate, lost),
    use: seasonUse(placed.problem, placed.choice),
    broken: brokenLimits(placed.problem, placed.choice),
    pairs: cannibalisingPairs(offers, kept),
  };
}

/** The total of the usual approach, and what the calendar gains over it with the same demand. */
export interface UsualSeason extends OutcomeRange {
  readonly gain: SeasonGain;
}

/**
 * Returns the measure of a season: the objective, but units instead of sell-through, which is a share and does not add
 * up.
 */
export function seasonMeasure(objective: Objective): Measure {
  return objective === 'sell-through' ? 'units' : objective;
}

/**
 * Returns the total of the same products launched in the usual way, and the gain of the calendar over it; null where it
 * is not known for all, or there are none.
 */
export function usualTotal(
  season: Pick<SeasonView, 'offers' | 'placements' | 'problem' | 'choice'>,
  plans: readonly LaunchPlan[],
): UsualSeason | null {
  const { offers, placements } = season;
  const measure = seasonMeasure(offers.objective);
  const outcomes = placements.map(({ productId, week }) => {
    const plan = plans.find(({ product }) => product.id === productId);
    const range = plan?.usual.outcome[measure] ?? null;
    const place = offers.products.findIndex((product) => product.productId === productId);
    return range && rangedOutcome(range, { seed: place + 1, month: monthStart(week) });
  });
  const known = outcomes.filter((outcome) => outcome !== null);
  if (known.length === 0 || known.length < outcomes.length) return null;
  const usual = { outcomes: known, lost: 0 };
  return {
    ...totalRange(known, offers.sharedFate),
    gain: seasonGain(seasonParts(offers, season), usual, offers.sharedFate),
  };
}
