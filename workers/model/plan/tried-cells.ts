// Which cells may be proposed: those that were tried and, for categories whose season is borrowed from the market, those in
// weeks in which the shop never launched, too.

import type { Day } from '#core/base/dates.ts';
import {
  borrowsSeason,
  isBorrowedOn,
  type DemandIndex,
} from '#core/demand/series/category-demand.ts';
import { allowedCells, hasUnlawfulCells } from '#core/planning/search/lawful-offers.ts';
import { refusedCells, type Experience } from '#core/planning/search/support.ts';

export interface TriedCells {
  /** By cell: 1 where it was never tried. */
  readonly refused: Uint8Array;
  /** By cell: 1 where it was tried and its offer is lawful. */
  readonly allowed: Uint8Array;
  /** Whether some tried cell is not allowed. */
  readonly hasUnlawful: boolean;
}

/** Returns the cells of a category. */
export function triedCellsIn(
  experience: Experience,
  { unlawful, demand }: { readonly unlawful: Uint8Array; readonly demand: DemandIndex | undefined },
): (category: string) => TriedCells {
  const usual = triedCells(refusedCells(experience), unlawful);
  if (!demand?.isBorrowed) return () => usual;
  const isSeasonKnown = (day: Day) => isBorrowedOn(demand, day);
  const borrowing = triedCells(refusedCells(experience, isSeasonKnown), unlawful);
  return (category) => (borrowsSeason(demand, category) ? borrowing : usual);
}

function triedCells(refused: Uint8Array, unlawful: Uint8Array): TriedCells {
  const allowed = allowedCells(refused, unlawful);
  return { refused, allowed, hasUnlawful: hasUnlawfulCells(refused, allowed) };
}
