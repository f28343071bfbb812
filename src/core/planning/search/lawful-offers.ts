// Which offers a launch may make by law. A reduction from a price that was raised for it misleads buyers everywhere, so
// it is never proposed. Of national rules, only those of the European Union are checked.

import { cellAt, offerCount, type ActionSpace } from '#core/model/features/action-space.ts';
import type { FoundCells } from './cell-search.ts';
import { forbidsReductions, type ReductionRules } from '../plan/reduction-rules.ts';

/** Returns 1 for each offer of a week that is not proposed because of its reduction, else 0, [cells of a week]. */
export function unlawfulOffers(space: ActionSpace, rules: ReductionRules): Uint8Array {
  const forbidden = forbidsReductions(rules);
  return Uint8Array.from({ length: offerCount(space) }, (_, index) => {
    const { promotionIndex, factorIndex } = cellAt(space, index);
    const isReduced = (space.promotions[promotionIndex]?.depth ?? 0) > 0;
    const isRaised = space.priceFactors[factorIndex]! > 1;
    return isReduced && (isRaised || forbidden) ? 1 : 0;
  });
}

/**
 * Returns 1 for each cell that may be proposed, [cells]: tried, and with a lawful offer. Where no tried offer is
 * lawful, all tried ones may be.
 * @param refused by cell: 1 where it was never tried
 * @param unlawful by cell of a week
 */
export function allowedCells(refused: Uint8Array, unlawful: Uint8Array): Uint8Array {
  const tried = refused.map((is) => 1 - is);
  const lawful = tried.map((is, cell) => is & (1 - unlawful[cell % unlawful.length]!));
  return lawful.includes(1) ? lawful : tried;
}

/** Returns whether some cell that was tried may not be proposed. */
export function hasUnlawfulCells(refused: Uint8Array, allowed: Uint8Array): boolean {
  return refused.some((is, cell) => is === 0 && allowed[cell] === 0);
}

/**
 * Returns the value of the best tried cell above that of the best allowed one; 0 where one of them is missing. Where no
 * tried cell is unlawful, both are the same, so none is scored for it.
 */
export function lawfulCost(
  tried: FoundCells,
  allowed: FoundCells,
  { hasUnlawful }: { readonly hasUnlawful: boolean },
): number {
  if (!hasUnlawful) return 0;
  const [best, lawful] = [tried.best(null), allowed.best(null)];
  return best < 0 || lawful < 0 ? 0 : tried.values[best]! - tried.values[lawful]!;
}
