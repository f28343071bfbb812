import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptShares, cannibalisingPairs } from '#core/season/calendar/cannibalising-pairs.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

const offers = seasonOffers({ products: 4 });
const at = (productId: string, week: number): Placement => ({
  ...{ productId, week: offers.weeks[week]!, channel: 'Email', adSpend: 60, stockUnits: 40 },
});

describe('pairs that meet', () => {
  it('are alike and less than four weeks apart', () => {
    const pairs = cannibalisingPairs(offers, [at('p0', 3), at('p1', 5), at('p2', 9), at('p3', 9)]);
    expect(pairs.map(({ earlier, later, daysApart }) => [earlier, later, daysApart])).toEqual([
      ['p2', 'p3', 0],
      ['p0', 'p1', 14],
    ]);
  });

  it('lose e to the minus strength, similarity and closeness, the later more than the earlier', () => {
    const [pair] = cannibalisingPairs(offers, [at('p0', 5), at('p1', 3)]);
    // similarity 0.8, half of 28 days apart, 0.3 of log units for the later and 0.1 for the earlier
    expect(pair).toMatchObject({ earlier: 'p1', later: 'p0' });
    expect(pair!.laterLoses).toBeCloseTo(1 - Math.exp(-0.8 * 0.5 * 0.3), 9);
    expect(pair!.earlierLoses).toBeCloseTo(1 - Math.exp(-0.8 * 0.5 * 0.1), 9);
  });

  it('leave each product a share of its units, less the more it meets', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }), (weeks) => {
        const pairs = cannibalisingPairs(
          offers,
          weeks.map((week, i) => at(`p${i}`, week)),
        );
        const kept = keptShares(pairs);
        for (const share of Object.values(kept)) {
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        const named = pairs.flatMap(({ earlier, later }) => [earlier, later]);
        expect(new Set(Object.keys(kept))).toEqual(new Set(named));
      }),
    );
    const both = cannibalisingPairs(offers, [at('p0', 3), at('p1', 3), at('p2', 3)]);
    const kept = keptShares(both);
    expect(kept.p1).toBeCloseTo(kept.p0! ** 2, 9);
    expect(kept.p3).toBeUndefined();
  });
});
