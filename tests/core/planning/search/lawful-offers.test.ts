import { describe, expect, it } from 'vitest';
import { MARKETS } from '#core/launch/events/markets.ts';
import { cellAt, cellCount, offerCount } from '#core/model/features/action-space.ts';
import { searchCells, within } from '#core/planning/search/cell-search.ts';
import {
  allowedCells,
  hasUnlawfulCells,
  lawfulCost,
  unlawfulOffers,
} from '#core/planning/search/lawful-offers.ts';
import { seededRandom } from '#core/base/random.ts';
import { forbidsReductions } from '#core/planning/plan/reduction-rules.ts';
import { smallSpace } from '../../../support/action-space.ts';

const space = smallSpace();
const offers = Array.from({ length: offerCount(space) }, (_, index) => {
  const { promotionIndex, factorIndex } = cellAt(space, index);
  return {
    depth: space.promotions[promotionIndex]!.depth,
    factor: space.priceFactors[factorIndex]!,
  };
});

describe('offers that the law allows', () => {
  it.each([null, 'GB', 'US', 'CN'] as const)(
    'take nothing off a price that was raised for it, in %s',
    (market) => {
      const unlawful = unlawfulOffers(space, { market, hasEarlierPrices: false });
      expect([...unlawful]).toEqual(
        offers.map(({ depth, factor }) => (depth > 0 && factor > 1 ? 1 : 0)),
      );
      expect([...unlawful]).toContain(1);
    },
  );

  it('announce no reduction in the EU, where a new product has no lowest price of 30 days', () => {
    const unlawful = unlawfulOffers(space, { market: 'DE', hasEarlierPrices: false });
    expect([...unlawful]).toEqual(offers.map(({ depth }) => (depth > 0 ? 1 : 0)));
  });

  it('may be reduced in the EU where the product had its list price for 30 days, but not from a raised one', () => {
    const unlawful = unlawfulOffers(space, { market: 'FR', hasEarlierPrices: true });
    expect([...unlawful]).toEqual(
      offers.map(({ depth, factor }) => (depth > 0 && factor > 1 ? 1 : 0)),
    );
  });

  it('are checked by the EU rule in the member states among the markets', () => {
    const members = MARKETS.filter((market) =>
      forbidsReductions({ market, hasEarlierPrices: false }),
    );
    expect(members.toSorted()).toEqual(
      ['AT', 'BE', 'DE', 'DK', 'ES', 'FR', 'IE', 'IT', 'NL', 'PL', 'SE'].toSorted(),
    );
    expect(forbidsReductions({ market: null, hasEarlierPrices: false })).toBe(false);
  });
});

describe('cells that may be proposed', () => {
  const cells = cellCount(space);
  const unlawful = unlawfulOffers(space, { market: 'DE', hasEarlierPrices: false });

  it('were tried and are lawful', () => {
    const refused = new Uint8Array(cells).map((_, cell) => (cell % 3 === 0 ? 1 : 0));
    const allowed = allowedCells(refused, unlawful);
    allowed.forEach((is, cell) => {
      const isLawful = unlawful[cell % unlawful.length] === 0;
      expect(is).toBe(refused[cell] === 0 && isLawful ? 1 : 0);
    });
  });

  it('are all tried ones where the shop has only ever launched with reductions', () => {
    const refused = new Uint8Array(cells).map((_, cell) => 1 - unlawful[cell % unlawful.length]!);
    expect(allowedCells(refused, unlawful)).toEqual(refused.map((is) => 1 - is));
  });
});

describe('what keeping to the law costs', () => {
  const cells = 400;
  const none = new Uint8Array(cells);

  /** A search whose whole blend differs from the quick scores, and how many cells it scored. */
  function searched(seed: number, allowed: Uint8Array) {
    const random = seededRandom(seed);
    const quick = Float64Array.from({ length: cells }, () => 4 * random());
    const blend = quick.map((log) => log + 0.3 * random());
    const scored = new Set<number>();
    const tried = searchCells({
      quick,
      whole: (chosen) => {
        chosen.forEach((cell) => scored.add(cell));
        return Float64Array.from(chosen, (cell) => blend[cell]!);
      },
      valueAt: (_, log) => log,
    });
    const found = within(tried, allowed);
    found.best(null);
    return { tried, found, scored };
  }

  it('is the best tried value above the best allowed one', () => {
    const allowed = Uint8Array.from({ length: cells }, (_, cell) => cell % 2);
    let costs = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const { tried, found } = searched(seed, allowed);
      const hasUnlawful = hasUnlawfulCells(none, allowed);
      const cost = lawfulCost(tried, found, { hasUnlawful });
      const { values } = tried;
      const best = (cellsOf: Float64Array) => cellsOf.reduce((a, b) => Math.max(a, b), -Infinity);
      expect(hasUnlawful).toBe(true);
      expect(cost).toBeCloseTo(best(values) - best(values.filter((_, i) => allowed[i] === 1)), 12);
      if (cost > 0) costs += 1;
    }
    expect(costs).toBeGreaterThan(3);
  });

  it('is nothing where all tried cells are allowed, and no cell is scored for it', () => {
    const refused = Uint8Array.from({ length: cells }, (_, cell) => (cell % 5 === 0 ? 1 : 0));
    const allowed = refused.map((is) => 1 - is);
    const hasUnlawful = hasUnlawfulCells(refused, allowed);
    expect(hasUnlawful).toBe(false);
    const { tried, found, scored } = searched(3, allowed);
    const before = scored.size;
    expect(lawfulCost(tried, found, { hasUnlawful })).toBe(0);
    expect(scored.size).toBe(before);
    lawfulCost(tried, found, { hasUnlawful: true });
    expect(scored.size).toBeGreaterThan(before);
  });
});
