// Good plans that differ: the best of all, then the best that is unlike it in where or when, not its neighbours.

import { WEEKS_PER_YEAR, weekOfYear } from '../dates.ts';
import { cellAt, type ActionSpace, type Cell } from './action-space.ts';
import type { FoundCells } from './cell-search.ts';
import type { AlternativePlan } from './launch-plan.ts';

export interface GoodCell {
  readonly index: number;
  /** null: the best of all. */
  readonly kind: AlternativePlan['kind'] | null;
}

/** Another season begins so many weeks away. */
const SEASON_WEEKS = 6;
/** A plan that promises less than this share of the best is no good one. */
const GOOD_SHARE = 0.5;

/** The best cell and at most two others; none where everything is refused. */
export function goodCells(space: ActionSpace, found: FoundCells): GoodCell[] {
  const first = found.best(() => true);
  if (first < 0) return [];
  const cells: GoodCell[] = [{ index: first, kind: null }];
  const least = GOOD_SHARE * found.values[first]!;
  for (const kind of ['other-channel', 'other-season', 'other-offer'] as const) {
    if (cells.length === 3) break;
    const taken = cells.map(({ index }) => cellAt(space, index));
    const index = found.best((each) => isUnlike(kind, space, cellAt(space, each), taken));
    if (index >= 0 && found.values[index]! > 0 && found.values[index]! >= least)
      cells.push({ index, kind });
  }
  return cells;
}

/** Unlike the first plan in what the kind says, and no neighbour of another. */
function isUnlike(
  kind: AlternativePlan['kind'],
  space: ActionSpace,
  cell: Cell,
  taken: readonly Cell[],
): boolean {
  const isApart = (other: Cell) => weeksApart(space, cell, other) >= SEASON_WEEKS;
  if (kind === 'other-channel')
    return taken.every(({ channelIndex }) => channelIndex !== cell.channelIndex);
  if (kind === 'other-season') return taken.every(isApart);
  return taken.every(({ promotionIndex }) => promotionIndex !== cell.promotionIndex);
}

function weeksApart({ weeks }: ActionSpace, a: Cell, b: Cell): number {
  const apart = Math.abs(weekOfYear(weeks[a.weekIndex]!) - weekOfYear(weeks[b.weekIndex]!));
  return Math.min(apart, WEEKS_PER_YEAR - apart);
}
