// Finds good plans that differ: the best cell, then the best ones that differ from it in channel, season or promotion.

import { type Day, WEEKS_PER_YEAR, weekOfYear } from '#core/base/dates.ts';
import {
  cellAt,
  cellCount,
  type ActionSpace,
  type Cell,
} from '#core/model/features/action-space.ts';
import type { FoundCells } from './cell-search.ts';
import { preferredCell } from './near-ties.ts';
import type { AlternativePlan } from '../plan/launch-plan.ts';

/** Weeks between two launches from which they count as different seasons. */
export const WEEKS_APART = 6;

/**
 * Returns the cell to propose and at most two others; none where everything is refused.
 * @param least value that the others must exceed, such as that of the usual approach
 */
export function diverseCells(space: ActionSpace, found: FoundCells, least: number): number[] {
  let cells = firstAndOthers(space, found, least);
  // Scoring others with the whole blend may reveal one better than the first.
  while (cells.length > 0 && preferredCell(space, found) !== cells[0])
    cells = firstAndOthers(space, found, least);
  return cells;
}

function firstAndOthers(space: ActionSpace, found: FoundCells, least: number): number[] {
  const first = preferredCell(space, found);
  if (first < 0) return [];
  const cells = [first];
  for (const kind of ['other-channel', 'other-season', 'other-offer'] as const) {
    if (cells.length === 3) break;
    const taken = cells.map((index) => cellAt(space, index));
    const index = found.best(unlike(kind, space, taken));
    if (index >= 0 && found.values[index]! > least) cells.push(index);
  }
  return cells;
}

/** Returns, by cell, 1 where it differs from all taken cells in what the kind names. */
function unlike(
  kind: AlternativePlan['kind'],
  space: ActionSpace,
  taken: readonly Cell[],
): Uint8Array {
  const weeks = space.weeks.map((day) =>
    taken.every(({ weekIndex }) => weeksApart(day, space.weeks[weekIndex]!) >= WEEKS_APART),
  );
  const allowed = new Uint8Array(cellCount(space));
  for (let index = 0; index < allowed.length; index++) {
    const { weekIndex, channelIndex, promotionIndex } = cellAt(space, index);
    const isUnlike =
      kind === 'other-season'
        ? weeks[weekIndex]!
        : taken.every((cell) =>
            kind === 'other-channel'
              ? cell.channelIndex !== channelIndex
              : cell.promotionIndex !== promotionIndex,
          );
    allowed[index] = isUnlike ? 1 : 0;
  }
  return allowed;
}

/** Returns the weeks between two days of a year, whichever way round the year is shorter. */
export function weeksApart(a: Day, b: Day): number {
  const apart = Math.abs(weekOfYear(a) - weekOfYear(b));
  return Math.min(apart, WEEKS_PER_YEAR - apart);
}
