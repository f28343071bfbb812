import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelOf, meanRates } from '#core/planning/plan/funnel.ts';

const anyShare = fc.double({ min: 0.001, max: 1, noNaN: true });

describe('a funnel', () => {
  it('leads from impressions to the units that are expected', () => {
    const anyUnits = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(anyUnits, anyShare, anyShare, (units, clickRate, conversion) => {
        const rates = { impressions: 5, clickRate, conversion };
        const funnel = funnelOf(units, rates, 1.4);
        const product =
          funnel.impressions * funnel.clickRate * funnel.conversion * funnel.unitsPerOrder;
        expect(Math.abs(product - units)).toBeLessThanOrEqual(1e-9 * (1 + units));
        expect(funnel).toMatchObject({ clickRate, conversion, unitsPerOrder: 1.4 });
      }),
    );
  });

  it('starts from nothing where nobody clicks or orders', () => {
    const rates = { impressions: 1000, clickRate: 0, conversion: 0.1 };
    expect(funnelOf(20, rates, 1).impressions).toBe(0);
    expect(funnelOf(20, { ...rates, clickRate: 0.1, conversion: 0 }, 1).impressions).toBe(0);
  });
});

describe('mean rates', () => {
  it('are clicks over impressions and orders over clicks of all together', () => {
    const rates = [
      { impressions: 1000, clickRate: 0.1, conversion: 0.2 },
      { impressions: 3000, clickRate: 0.05, conversion: 0.1 },
    ];
    // Weighed 1 to 3: 1000 + 9000 seen, 100 + 450 clicked, 20 + 45 ordered.
    const { impressions, clickRate, conversion } = meanRates(rates, [0.25, 0.75]);
    expect(impressions).toBeCloseTo(2500, 9);
    expect(clickRate).toBeCloseTo(0.055, 12);
    expect(conversion).toBeCloseTo(65 / 550, 12);
  });

  it('are those of the only one', () => {
    const rates = { impressions: 400, clickRate: 0.1, conversion: 0.25 };
    const mean = meanRates([rates], [0.3]);
    expect(mean.impressions).toBeCloseTo(400, 9);
    expect(mean.clickRate).toBeCloseTo(0.1, 12);
    expect(mean.conversion).toBeCloseTo(0.25, 12);
  });

  it('are nothing, not unknown, where nothing is seen, clicked or chosen', () => {
    const nothing = { impressions: 0, clickRate: 0, conversion: 0 };
    expect(meanRates([], [])).toEqual(nothing);
    expect(meanRates([{ impressions: 0, clickRate: 0.5, conversion: 0.5 }], [1])).toEqual(nothing);
    const unclicked = meanRates([{ impressions: 9, clickRate: 0, conversion: 0.5 }], [1]);
    expect(unclicked).toEqual({ impressions: 9, clickRate: 0, conversion: 0 });
  });
});
