import type { Placement } from '#core/season/offers/placement.ts';
import type { SeasonView } from '#core/season/calendar/season-view.ts';

export interface CompareRow {
  readonly productId: string;
  /** null: left out. */
  readonly one: Placement | null;
  readonly other: Placement | null;
  readonly isSame: boolean;
}

type Placed = Pick<SeasonView, 'placements'>;

/** Returns a row for each product of either calendar: those that differ first, then by week. */
export function compareRows(one: Placed, other: Placed): CompareRow[] {
  const ids = [...one.placements, ...other.placements].map(({ productId }) => productId);
  const rows = [...new Set(ids)].map((productId): CompareRow => {
    const placed = [one, other].map(
      ({ placements }) => placements.find((each) => each.productId === productId) ?? null,
    );
    const [here, there] = placed as [Placement | null, Placement | null];
    const isSame =
      here?.week === there?.week &&
      here?.channel === there?.channel &&
      here?.adSpend === there?.adSpend &&
      here?.stockUnits === there?.stockUnits;
    return { productId, one: here, other: there, isSame };
  });
  const weekOf = (row: CompareRow) => row.one?.week ?? row.other?.week ?? 0;
  return rows.sort((a, b) => Number(a.isSame) - Number(b.isSame) || weekOf(a) - weekOf(b));
}
