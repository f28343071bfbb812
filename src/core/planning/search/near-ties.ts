// Breaks near-ties for the seller. No history separates values that differ by so little, so the sooner launch wins, then
// the price nearer to the list price, then less ad spend and less stock.

import {
  cellAt,
  offerCount,
  priceRatio,
  type ActionSpace,
} from '#core/model/features/action-space.ts';
import type { FoundCells } from './cell-search.ts';

/**
 * Share of the best value within which another week, channel or promotion is tied with it. In the demo shop of two
 * seeds, 1% costs 0.003 of capture, 2% 0.02 and 3% 0.03.
 */
export const TIED_CELLS = 0.01;
/** The same for price and ad spend within a cell; together at most what curves call nearly level. */
export const TIED_OFFERS = 0.01;
/** Share of the expected profit that is given up for less stock. */
export const TIED_STOCKS = 0.005;

/** Returns the least value that is tied with the best; only gains have ties. */
export function leastTied(best: number, share: number): number {
  return best > 0 ? (1 - share) * best : best;
}

/** Returns the cell to propose: of those tied with the best, the soonest, then the nearest to list price; -1 for none. */
export function preferredCell(space: ActionSpace, found: FoundCells): number {
  for (;;) {
    const best = found.best(null);
    if (best < 0) return best;
    const cell = soonestTied(space, found, best);
    // Scoring tied cells with the whole blend may reveal a better one.
    if (found.best(null) === best) return cell;
  }
}

function soonestTied(space: ActionSpace, found: FoundCells, best: number): number {
  const least = leastTied(found.values[best]!, TIED_CELLS);
  const last = cellAt(space, best).weekIndex;
  for (let week = 0; week <= last; week++) {
    const cell = nearestToList({ space, found, least }, week);
    if (cell >= 0) return cell;
  }
  return best;
}

interface Tied {
  readonly space: ActionSpace;
  readonly found: FoundCells;
  readonly least: number;
}

/** Returns the tied cell of a week that is nearest to list price; -1 where there is none. */
function nearestToList({ space, found, least }: Tied, week: number): number {
  const from = week * offerCount(space);
  const offers = Array.from({ length: offerCount(space) }, (_, offer) => from + offer);
  const promising = offers.filter((cell) => found.values[cell]! >= least);
  const apart = (cell: number) => Math.abs(priceRatio(space, cellAt(space, cell)) - 1);
  const distances = [...new Set(promising.map(apart))].sort((a, b) => a - b);
  for (const distance of distances) {
    const allowed = new Uint8Array(found.values.length);
    for (const cell of promising) if (apart(cell) === distance) allowed[cell] = 1;
    const cell = found.best(allowed); // scored by the whole blend, which may take it out of the tie
    if (cell >= 0 && found.values[cell]! >= least) return cell;
  }
  return -1;
}
