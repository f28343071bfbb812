// A calendar as it is stored: when, where and with how much each product is launched. The rest follows from the offers
// that it was made from.

import type { Experiment } from './experiment.ts';
import type { SeasonLimits } from './season-limits.ts';
import type { Placement } from './placement.ts';

/** Merit of a calendar and the bound on how much better one could be. */
export interface Quality {
  /** Merit, summed over the season: what calendars maximise. In calendars stored before merit existed, the objective. */
  readonly value: number;
  /** Upper bound: no calendar within the limits has more merit; null: not known. */
  readonly bound: number | null;
}

export interface SeasonCalendar extends Quality {
  readonly id: number;
  readonly datasetId: number;
  readonly name: string;
  readonly madeAt: number;
  /** `plannedAt` of the ranking whose offers it was made from; with other offers it is out of date. */
  readonly plannedAt: number;
  readonly limits: SeasonLimits;
  /** Sorted by week. */
  readonly placements: readonly Placement[];
  /** Adopted launches that the bound takes as fixed; missing: none. */
  readonly adopted?: readonly Placement[];
  /** Its trial launches. */
  readonly experiments?: readonly Experiment[];
}

/** Returns the optimality gap, (bound − value) / |value|, at least 0; 0 is the best calendar, null is not known. */
export function gapOf({ value, bound }: Quality): number | null {
  if (bound === null) return null;
  return Math.max(0, bound - value) / Math.max(Math.abs(value), Number.EPSILON);
}
