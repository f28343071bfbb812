// A calendar as it is kept: who is launched when, where and with how much; the rest follows from the offers that it was made from.

import type { Day } from '../dates.ts';
import type { Experiment } from '../experiments/experiment.ts';
import type { SeasonLimits } from './season-limits.ts';

/** Where one product stands. */
export interface Placement {
  readonly productId: string;
  readonly week: Day;
  /** null where the history has none; the same for ad spend. */
  readonly channel: string | null;
  readonly adSpend: number | null;
  readonly stockUnits: number;
}

/** How good a calendar is known to be. */
export interface Quality {
  /** What is aimed at, summed over the season. */
  readonly value: number;
  /** No calendar within the limits is worth more; null: not known. */
  readonly bound: number | null;
}

export interface SeasonCalendar extends Quality {
  readonly id: number;
  readonly datasetId: number;
  readonly name: string;
  readonly madeAt: number;
  /** Of the ranking whose offers it was made from: with others it is out of date. */
  readonly plannedAt: number;
  readonly limits: SeasonLimits;
  /** By week. */
  readonly placements: readonly Placement[];
  /** Adopted launches that the bound takes for decided; missing: none. */
  readonly adopted?: readonly Placement[];
  /** Launches of it that are there to learn from. */
  readonly experiments?: readonly Experiment[];
}

/** By how much less than the bound a calendar is worth, at most: 0 is the best, null is not known. */
export function gapOf({ value, bound }: Quality): number | null {
  if (bound === null) return null;
  return Math.max(0, bound - value) / Math.max(Math.abs(value), Number.EPSILON);
}
