// How much of its value each place counts for when a calendar chooses: as much as it does when the product's own plan
// is chosen. So waiting counts, offers without precedents count for less, and no place counts for more than the plan's own.

import { expectedOfCell } from '#core/planning/economics/economics.ts';
import type { BestCells } from '#core/planning/search/best-cells.ts';
import { afterWaiting } from '#core/planning/search/waiting.ts';

/** Share of the plan's own merit just below it, into which higher places are squeezed in their order. */
const SQUEEZE = 0.001;

interface Weighed {
  /** Best cells of each week and channel. */
  readonly best: BestCells;
  /** Cell of the plan; below, the share of the best stock that it orders. */
  readonly own: number;
  readonly stockShare: number;
  /** Share of its value that a launch keeps after waiting, by week. */
  readonly keptShares: ArrayLike<number>;
  /** By cell of a week: penalty on the log scale where such products never had the offer; 0 elsewhere. */
  readonly doubts: ArrayLike<number>;
}

/**
 * Returns the share of its value that each place counts for, [weeks × channels]; 1 where it brings nothing. The value
 * times the share is the merit that calendars maximise. Places that the plan passed over although their merit is higher
 * (near-ties, or none clearly better than the usual approach) come just below it, in their order.
 */
export function meritShares(weighed: Weighed): Float32Array {
  const { best, own, stockShare, keptShares, doubts } = weighed;
  const { cells, logUnits, economy } = best;
  const channels = cells.length / keptShares.length;
  const valueAt = (cell: number, doubt: number) =>
    expectedOfCell(economy, cell, { logUnits: logUnits[cell]! - doubt, stockShare });
  const meritAt = (cell: number, place: number, value: number) => {
    const doubt = doubts[cell % doubts.length]!;
    const doubted = doubt === 0 ? value : valueAt(cell, doubt);
    return afterWaiting(doubted, keptShares[Math.floor(place / channels)]!);
  };
  const ownPlace = cells.indexOf(own);
  const most = ownPlace < 0 ? Infinity : meritAt(own, ownPlace, valueAt(own, 0));
  return Float32Array.from(cells, (cell, place) => {
    const value = cell < 0 ? 0 : valueAt(cell, 0);
    if (!(value > 0)) return 1;
    const merit = meritAt(cell, place, value);
    return Math.max(0, place === ownPlace ? merit : squeezedBelow(merit, most)) / value;
  });
}

/** Returns a value below `most` that rises with the merit; the merit itself up to SQUEEZE below `most`. */
function squeezedBelow(merit: number, most: number): number {
  const edge = (1 - SQUEEZE) * most;
  if (!(most > 0) || most === Infinity || merit <= edge) return merit;
  const above = merit - edge;
  return edge + ((most - edge) * above) / (above + most);
}
