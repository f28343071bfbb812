import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bundleOf,
  bundleProfit,
  cutEvidence,
  type BundleTerms,
} from '#core/planning/companions/bundle.ts';
import type { Companion } from '#core/planning/companions/companions.ts';

const attach = { share: 0.1, low80: 0.06, high80: 0.15 };
const terms: BundleTerms = {
  ...{ price: 40, companionPrice: 20, companionCost: 8, keptShare: 0.9, discount: 0.1 },
};

describe('a bundle', () => {
  it('is worked out by hand', () => {
    const bundle = bundleOf(attach, terms);
    if (typeof bundle === 'string') throw new Error(bundle);
    expect(bundle.price).toBeCloseTo(54, 9);
    expect(bundle.companionProfit).toBeCloseTo(10, 9);
    expect(bundle.discountCost).toBeCloseTo(5.4, 9);
    // 100 orders: 10 take both anyway and bring 100. With 4.6 left of each, 21.7 must.
    expect(bundle.without.share).toBeCloseTo(100, 9);
    expect(bundle.breakEven).toBeCloseTo(0.2174, 4);
  });

  it('earns as much as none at its break-even, counted order by order, and more only above', () => {
    const anyTerms = fc.record({
      share: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
      price: fc.double({ min: 5, max: 80, noNaN: true }),
      companionPrice: fc.double({ min: 5, max: 80, noNaN: true }),
      costShare: fc.double({ min: 0.1, max: 0.8, noNaN: true }),
      keptShare: fc.double({ min: 0.7, max: 1, noNaN: true }),
      discount: fc.double({ min: 0.01, max: 0.4, noNaN: true }),
    });
    fc.assert(
      fc.property(anyTerms, ({ share, costShare, ...rest }) => {
        const own = { ...rest, companionCost: rest.companionPrice * costShare };
        const bundle = bundleOf({ share, low80: share / 2, high80: share * 1.5 }, own);
        if (typeof bundle === 'string') {
          expect(own.companionPrice * own.keptShare).toBeLessThanOrEqual(own.companionCost);
          return;
        }
        const paid = (taken: number) => {
          const both =
            (own.price + own.companionPrice) * (1 - own.discount) * own.keptShare -
            own.companionCost;
          const alone = own.price * own.keptShare;
          return 100 * (taken * both + (1 - taken) * alone);
        };
        const separate =
          100 *
          (share * ((own.price + own.companionPrice) * own.keptShare - own.companionCost) +
            (1 - share) * own.price * own.keptShare);
        if (bundle.breakEven === null) {
          for (const taken of [share, 0.5, 1]) expect(paid(taken)).toBeLessThan(separate + 1e-6);
          return;
        }
        expect(bundle.breakEven).toBeGreaterThanOrEqual(share);
        expect(paid(bundle.breakEven)).toBeCloseTo(separate, 6);
        const taken = { share: bundle.breakEven, low80: 0, high80: 1 };
        expect(bundleProfit(bundle, taken).share).toBeCloseTo(bundle.without.share, 6);
      }),
    );
  });

  it('is refused without money, or where the companion earns nothing', () => {
    expect(bundleOf(attach, { ...terms, companionPrice: NaN })).toBe('no-money');
    expect(bundleOf(attach, { ...terms, companionCost: 18 })).toBe('no-profit');
    const all = bundleOf(attach, { ...terms, discount: 0.5 });
    expect(typeof all !== 'string' && all.breakEven).toBeNull();
  });

  it('keeps its range in order where each bundle loses', () => {
    const { low80, share, high80 } = bundleProfit({ companionProfit: 2, discountCost: 5 }, attach);
    expect([low80, share, high80]).toEqual([-45, -30, expect.closeTo(-18, 9) as number]);
  });
});

describe('past cuts of a companion', () => {
  const companion: Companion = {
    ...{
      productId: 'b',
      title: 'Saucer',
      category: '',
      price: 20,
      attach,
      alikeCount: 1,
      orders: 1000,
      both: 100,
    },
    whileCut: { cut: 0.3, orders: 400, both: 60, usualOrders: 600, usualBoth: 60 },
  };

  it('say what share had it then, and for what discount of a bundle that stands', () => {
    const found = cutEvidence(companion, 40)!;
    expect(found.discount).toBeCloseTo(0.1, 9);
    expect([found.usualShare, found.cutShare]).toEqual([0.1, 0.15]);
    expect(found.difference.share).toBeCloseTo(0.05, 9);
    expect(found.difference.low80).toBeGreaterThan(0.02);
    expect(found.takeUp.share).toBeCloseTo(0.15, 9);
    expect(found.takeUp.low80).toBeCloseTo(
      0.15 - Math.hypot(0.04, 0.05 - found.difference.low80),
      9,
    );
    expect(found.takeUp.high80).toBeGreaterThan(0.2);
  });

  it('say nothing without enough orders or prices', () => {
    expect(cutEvidence({ ...companion, whileCut: null }, 40)).toBeNull();
    expect(cutEvidence({ ...companion, price: NaN }, 40)).toBeNull();
  });
});
