// Which of the cells that may be proposed a product can reach: one that is longer on its way than others misses the first
// weeks.

import { offerCount, type ActionSpace } from '#core/model/features/action-space.ts';
import type { TriedCells } from './tried-cells.ts';

/**
 * Returns the cells of the weeks that a product can be launched in; all of them where it could be launched in none.
 * @param lateDays days by which it arrives later than the first week of the space begins
 */
export function reachableCells(
  { weeks, ...space }: ActionSpace,
  tried: TriedCells,
  lateDays: number,
): TriedCells {
  if (!(lateDays > 0) || weeks.length === 0) return tried;
  const offers = offerCount({ weeks, ...space });
  const firstDay = weeks[0]! + lateDays;
  const isEarly = (cell: number) => weeks[Math.floor(cell / offers)]! < firstDay;
  const allowed = tried.allowed.map((is, cell) => (isEarly(cell) ? 0 : is));
  if (!allowed.includes(1)) return tried;
  const refused = tried.refused.map((is, cell) => (isEarly(cell) ? 1 : is));
  return { ...tried, allowed, refused };
}
