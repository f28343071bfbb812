import { describe, expect, it } from 'vitest';
import { MARKETS } from '#core/launch/events/markets.ts';
import { cellAt, cellCount, offerCount } from '#core/model/features/action-space.ts';
import { allowedCells, unlawfulOffers } from '#core/planning/search/lawful-offers.ts';
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
