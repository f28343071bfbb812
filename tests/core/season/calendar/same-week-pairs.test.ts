import { describe, expect, it } from 'vitest';
import { sharedWeeks } from '#core/season/calendar/same-week-pairs.ts';
import { cannibalisingPairs, keptShares } from '#core/season/calendar/cannibalising-pairs.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import { similarPairs } from '#core/season/similarity/similar-pairs.ts';
import { seededRandom } from '#core/base/random.ts';
import { seasonOffers } from '../../../support/season-offers.ts';

const offers = seasonOffers({ products: 4 });
const at = (productId: string, week: number): Placement => ({
  ...{ productId, week: offers.weeks[week]!, channel: 'Email', adSpend: 60, stockUnits: 40 },
});

describe('launches of one week', () => {
  it('are paired each with each, in weeks of two or more', () => {
    const weeks = sharedWeeks(
      offers,
      [at('p3', 2), at('p1', 9), at('p0', 2), at('p2', 2)],
      () => 80,
    );
    expect(weeks.map(({ week }) => week)).toEqual([offers.weeks[2]]);
    expect(weeks[0]!.pairs.map(({ one, other, kind }) => [one, other, kind])).toEqual([
      ['p2', 'p3', 'counted'],
      ['p0', 'p2', 'unlike'],
      ['p0', 'p3', 'unlike'],
    ]);
    expect(weeks[0]!.pairs[1]!.lost).toEqual({ expected: 0, low80: 0, high80: 0 });
  });

  it('lose what the calendar subtracts from their forecasts', () => {
    const placements = [at('p0', 3), at('p1', 3)];
    const alone = { p0: 100, p1: 60 };
    const kept = keptShares(cannibalisingPairs(offers, placements));
    const sold = (id: string) => alone[id as 'p0' | 'p1'] * kept[id]!;
    const [{ pairs }] = sharedWeeks(offers, placements, sold) as [
      ReturnType<typeof sharedWeeks>[0],
    ];
    const { lost } = pairs[0]!;
    expect(lost.expected).toBeCloseTo(160 - sold('p0') - sold('p1'), 9);
    // 80% interval of the strength of both: 0.1 to 0.6; half of it at each launch.
    expect(lost.low80).toBeCloseTo(160 * (1 - Math.exp(-0.8 * 0.05)), 9);
    expect(lost.high80).toBeCloseTo(160 * (1 - Math.exp(-0.8 * 0.3)), 9);
  });

  it('that are not counted lose at most what is stated', () => {
    const random = seededRandom(3);
    const count = 9;
    const likeness = Array.from({ length: count }, () =>
      Array.from({ length: count }, () => random()),
    );
    const alike = (a: number, b: number) => likeness[Math.min(a, b)]![Math.max(a, b)]!;
    const search = similarPairs(count, alike);
    let found = search.next();
    while (!found.done) found = search.next();
    const many = seasonOffers({ products: count, change: { pairs: found.value } });
    const placements = many.products.map(({ productId }) => at(productId, 1));
    const [{ pairs }] = sharedWeeks(many, placements, () => 50) as [
      ReturnType<typeof sharedWeeks>[0],
    ];
    expect(pairs).toHaveLength((count * (count - 1)) / 2);
    const nearer = pairs.filter(({ kind }) => kind === 'nearer');
    expect(nearer.length).toBeGreaterThan(0);
    const strength = many.competition.later + many.competition.earlier;
    for (const { one, other, lost } of nearer) {
      const own = alike(Number(one.slice(1)), Number(other.slice(1)));
      expect(lost.expected).toBeGreaterThanOrEqual(100 * (1 - Math.exp((-own * strength) / 2)));
    }
  });
});
