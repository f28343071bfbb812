import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usableAim, USUAL_AIM } from '#core/planning/plan/aim.ts';
import {
  isWithinSelling,
  NO_SELLING_TERMS,
  SELLING_NUMBERS,
  usableSelling,
  withSelling,
} from '#core/planning/plan/selling-terms.ts';

describe('terms of selling', () => {
  it('are absent where nothing is counted, so that aims without them stay as they were', () => {
    expect(usableSelling(undefined)).toBeUndefined();
    expect(usableSelling({ ...NO_SELLING_TERMS })).toBeUndefined();
    expect(usableAim({ ...USUAL_AIM, selling: { orderFee: 0 } })).toEqual(USUAL_AIM);
    expect('selling' in usableAim(USUAL_AIM)).toBe(false);
  });

  it('are kept as they were', () => {
    const selling = { ...NO_SELLING_TERMS, vatRate: 0.2, pricesIncludeVat: false, orderFee: 0.3 };
    const stored: unknown = JSON.parse(JSON.stringify({ ...USUAL_AIM, selling }));
    expect(usableAim(stored)).toEqual({ ...USUAL_AIM, selling });
  });

  it('are within their bounds, whatever was stored', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...SELLING_NUMBERS), fc.anything()), (stored) => {
        const terms = usableSelling(stored) ?? NO_SELLING_TERMS;
        for (const name of SELLING_NUMBERS) {
          const value = terms[name];
          expect(value === null || isWithinSelling(name, value)).toBe(true);
        }
      }),
    );
  });

  it('change one by one, and are not counted again', () => {
    const own = withSelling(undefined, { vatRate: 0.2, resaleableShare: 0.5 });
    expect(own).toEqual({ ...NO_SELLING_TERMS, vatRate: 0.2, resaleableShare: 0.5 });
    expect(withSelling(own, { vatRate: 1.2, orderFee: -1 })).toEqual(own);
    expect(withSelling(own, { vatRate: null, resaleableShare: null })).toBeUndefined();
    expect(withSelling(undefined, { assumedCostShare: 0.4 })?.assumedCostShare).toBe(0.4);
  });
});
