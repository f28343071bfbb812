// Finds similar launches of a calendar that are near enough to take buyers from each other.

import { ownValue } from '#core/base/lookup.ts';
import { closeness, lostShares } from '../offers/competition.ts';
import type { Placement } from '../offers/placement.ts';
import type { SeasonOffers } from '../offers/season-offers.ts';

export interface CannibalisingPair {
  /** Product IDs, the earlier launch first; in one week, in the order of the offers. */
  readonly earlier: string;
  readonly later: string;
  readonly daysApart: number;
  readonly similarity: number;
  /** Share of its units that each loses to the other, 0–1. */
  readonly earlierLoses: number;
  readonly laterLoses: number;
}

/** Returns the pairs, those that lose most first. */
export function cannibalisingPairs(
  offers: SeasonOffers,
  placements: readonly Placement[],
): CannibalisingPair[] {
  const weekOf = Object.fromEntries(placements.map(({ productId, week }) => [productId, week]));
  const met = offers.pairs.flatMap(
    ({ first, second, likeness: similarity }): CannibalisingPair[] => {
      const ids = [first, second].map((place) => offers.products[place]!.productId);
      const [one, other] = ids.map((id) => ownValue(weekOf, id));
      if (one === undefined || other === undefined || closeness(other - one) === 0) return [];
      const lost = lostShares(offers.competition, similarity, other - one);
      const places = other < one ? [1, 0] : [0, 1];
      const shares = [lost.first, lost.second];
      const [earlier, later] = places as [number, number];
      return [
        {
          ...{
            earlier: ids[earlier]!,
            later: ids[later]!,
            daysApart: Math.abs(other - one),
            similarity,
          },
          ...{ earlierLoses: shares[earlier]!, laterLoses: shares[later]! },
        },
      ];
    },
  );
  return met.sort((a, b) => b.earlierLoses + b.laterLoses - (a.earlierLoses + a.laterLoses));
}

/** Returns, by product ID, the share of its units left after all others take theirs, 0–1. */
export function keptShares(pairs: readonly CannibalisingPair[]): Readonly<Record<string, number>> {
  const kept = new Map<string, number>();
  const lose = (id: string, share: number) => kept.set(id, (kept.get(id) ?? 1) * (1 - share));
  for (const { earlier, later, earlierLoses, laterLoses } of pairs) {
    lose(earlier, earlierLoses);
    lose(later, laterLoses);
  }
  return Object.fromEntries(kept);
}
