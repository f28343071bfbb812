// Level changes of a series with a season. What a week is above the same week a year before has no season: it steps up where
// the level does, and down again a year later.

import type { SameWeek } from '../series/same-week.ts';
import { levelShifts, type LevelShift } from './level-shifts.ts';

const YEAR_WEEKS = 52;
/** A step back this near to a year after a change is its echo: places of steps in noise are that uncertain. */
const ECHO_WEEKS = 8;

/**
 * Returns the lasting changes. Those of the first year cannot be told from a season and are not found.
 * @param logs log1p of units by week; NaN where not known
 */
export function lastingChanges(logs: Float64Array, sameWeek: SameWeek): LevelShift[] {
  const differences = logs.map((log, week) => log - (logs[sameWeek(week, 1)] ?? NaN));
  const found: LevelShift[] = [];
  for (const step of levelShifts(differences)) {
    const isEcho = found.some(
      ({ week, factor }) =>
        Math.abs(step.week - week - YEAR_WEEKS) <= ECHO_WEEKS && factor > 1 !== step.factor > 1,
    );
    if (!isEcho) found.push(step);
  }
  return found;
}
