// Says of every two launches of one week how many units they take from each other, or why none are counted.

import type { Day } from '#core/base/dates.ts';
import { NEAREST } from '../similarity/similar-pairs.ts';
import type { Placement } from '../offers/placement.ts';
import type { SeasonOffers } from '../offers/season-offers.ts';

export interface SameWeekPair {
  /** Product IDs, in the order of the offers. */
  readonly one: string;
  readonly other: string;
  /**
   * counted: the loss is subtracted from both forecasts. nearer: it is not, because one of them is compared with its
   * nearest products only; the loss is then the most that it can be. unlike: they have too little in common.
   */
  readonly kind: 'counted' | 'nearer' | 'unlike';
  /** Units that both sell less, in total, with its 80% range. */
  readonly lost: { readonly expected: number; readonly low80: number; readonly high80: number };
}

export interface SharedWeek {
  readonly week: Day;
  /** Those that lose most first. */
  readonly pairs: readonly SameWeekPair[];
}

/**
 * Returns the weeks with two or more launches, in order, with all pairs of each.
 * @param unitsOf returns the expected units of a launch, less what counted pairs take
 */
export function sharedWeeks(
  offers: Pick<SeasonOffers, 'products' | 'pairs' | 'competition'>,
  placements: readonly Placement[],
  unitsOf: (productId: string) => number,
): SharedWeek[] {
  const likenesses = likenessesOf(offers);
  const placeOf = new Map(offers.products.map(({ productId }, place) => [productId, place]));
  const weeks = [...new Set(placements.map(({ week }) => week))].sort((a, b) => a - b);
  return weeks
    .map((week) => {
      const launches = placements.filter((placement) => placement.week === week);
      const places = launches.flatMap(({ productId }) => placeOf.get(productId) ?? []);
      const pairs = pairsOf(places.sort((a, b) => a - b)).map(([first, second]): SameWeekPair => {
        const { kind, likeness } = likenesses(first, second);
        const ids = [first, second].map((place) => offers.products[place]!.productId);
        const [one, other] = ids as [string, string];
        const sold = unitsOf(one) + unitsOf(other);
        const lost = lostUnits(offers.competition, { kind, likeness, sold });
        return { one, other, kind, lost };
      });
      return { week, pairs: pairs.sort((a, b) => b.lost.expected - a.lost.expected) };
    })
    .filter(({ pairs }) => pairs.length > 0);
}

function pairsOf(places: readonly number[]): [number, number][] {
  return places.flatMap((first, i) =>
    places.slice(i + 1).map((second): [number, number] => [first, second]),
  );
}

interface Likeness {
  readonly kind: SameWeekPair['kind'];
  /** 0–1; for `nearer` the most that it can be. */
  readonly likeness: number;
}

/** Pairs were kept by likeness: one that is not was less alike than the last one of a product that has its NEAREST. */
function likenessesOf({ pairs }: Pick<SeasonOffers, 'pairs'>) {
  const known = new Map(pairs.map((pair) => [`${pair.first} ${pair.second}`, pair.likeness]));
  const own = new Map<number, number[]>();
  for (const { first, second, likeness } of pairs)
    for (const place of [first, second]) own.set(place, [...(own.get(place) ?? []), likeness]);
  return (first: number, second: number): Likeness => {
    const counted = known.get(`${first} ${second}`);
    if (counted !== undefined) return { kind: 'counted', likeness: counted };
    const full = [first, second]
      .map((place) => own.get(place) ?? [])
      .filter(({ length }) => length >= NEAREST);
    if (full.length === 0) return { kind: 'unlike', likeness: 0 };
    return { kind: 'nearer', likeness: Math.max(...full.map((all) => Math.min(...all))) };
  };
}

/**
 * Returns the units that two launches of one week lose: each keeps exp(−likeness · strength / 2) of its own, as in
 * `lostShares`, where the strength is that of both together.
 */
function lostUnits(
  { later, earlier, low80, high80 }: SeasonOffers['competition'],
  { kind, likeness, sold }: Likeness & { readonly sold: number },
): SameWeekPair['lost'] {
  const keptAt = (strength: number) => Math.exp((-likeness * strength) / 2);
  const strength = later + earlier;
  const alone = kind === 'counted' ? sold / keptAt(strength) : sold;
  const lostAt = (assumed: number) => alone * (1 - keptAt(assumed));
  return { expected: lostAt(strength), low80: lostAt(low80), high80: lostAt(high80) };
}
