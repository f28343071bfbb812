// Evaluates a calendar: its value and range, what it uses, which limits it breaks, and which similar launches meet.

import type { Measure } from '#core/planning/plan/planned-value.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import type { Objective } from '#core/planning/plan/aim.ts';
import { cannibalisingPairs, type CannibalisingPair } from './cannibalising-pairs.ts';
import { placementsOf, withPlacements } from './placements.ts';
import type { Placement } from '../offers/placement.ts';
import { seasonParts } from './season-gain.ts';
import { totalRange } from './season-range.ts';
import type { SeasonProblem } from '../problem/season-problem.ts';
import {
  brokenLimits,
  seasonBrought,
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
  /** The part of the value that the launches bring other products; 0 where nothing is known of it. */
  readonly brought: number;
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
    brought: seasonBrought(placed.problem, placed.choice),
    total: totalRange(outcomes, offers.sharedFate, lost),
    use: seasonUse(placed.problem, placed.choice),
    broken: brokenLimits(placed.problem, placed.choice),
    pairs: cannibalisingPairs(offers, kept),
  };
}

/**
 * Returns the measure of a season: the objective, but units instead of sell-through, which is a share and does not add
 * up.
 */
export function seasonMeasure(objective: Objective): Measure {
  return objective === 'sell-through' ? 'units' : objective;
}
