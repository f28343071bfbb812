import { describe, expect, it } from 'vitest';
import { marginAfterReturns } from '#core/ledger/reorder/margin-after-returns.ts';
import { keptMoney, offerMoney } from '#core/planning/economics/offer-money.ts';
import { profitParts } from '#core/planning/economics/profit-parts.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';

const economics = { listPrice: 50, unitCost: 15 };
const offer = { price: 50, fee: 0.1, adSpend: 0, leftoverLoss: 0.3 };
const returnRate = 0.1;

/** A plan with 10% returns, of which as much is known as of this many units. */
function plan(returnStrength: number) {
  const before = offerMoney(economics, offer);
  const launched = { economics, offer, returnRate, logUnits: Math.log1p(200), stock: 300 };
  const parts = profitParts(demandSpread(Float64Array.of(-0.1, 0, 0.1)), launched)!;
  return { returnRate, returnStrength, parts, money: keptMoney(before, returnRate) };
}

describe('the margin after the first returns', () => {
  it('is that of the posterior rate', () => {
    const found = marginAfterReturns(plan(40), { soldUnits: 80, returnedUnits: 20, weeks: 4 })!;
    // Half of 28 days are old enough: 40 units, of which 20 came back; before, 4 of 40.
    expect(found.rate).toBeCloseTo(24 / 80);
    expect(found.expectedRate).toBe(0.1);
    expect(found.by).toBe('returns');
    expect(found.margin).toBeCloseTo(keptMoney(offerMoney(economics, offer), 0.3).margin);
  });

  it('does not count recent sales as kept', () => {
    const early = marginAfterReturns(plan(40), { soldUnits: 80, returnedUnits: 0, weeks: 2 })!;
    expect(early.rate).toBeCloseTo(0.1);
    expect(early.margin).toBeCloseTo(plan(40).money.margin);
    const some = marginAfterReturns(plan(40), { soldUnits: 80, returnedUnits: 5, weeks: 2 })!;
    expect(some.rate).toBeCloseTo(9 / 45);
  });

  it('is that of the rate that first reviews tell, with returns or without', () => {
    const told = {
      lesson: { unitsPerReview: 2, usual: 0.2 },
      first: { count: 20, negative: 8 },
    };
    const unknown = { soldUnits: 80, returnedUnits: null, weeks: 4 };
    // 4 of 40, and 40 units at twice the usual rate: 12 of 80.
    const reviewed = marginAfterReturns(plan(40), unknown, told)!;
    expect(reviewed.rate).toBeCloseTo(12 / 80);
    expect(reviewed.by).toBe('reviews');
    expect(reviewed.margin).toBeCloseTo(keptMoney(offerMoney(economics, offer), 0.15).margin);
    const both = marginAfterReturns(plan(40), { ...unknown, returnedUnits: 20 }, told)!;
    expect(both).toMatchObject({ by: 'both' });
    expect(both.rate).toBeCloseTo(32 / 120);
    expect(marginAfterReturns(plan(40), unknown)).toBeNull();
    const none = { ...told, first: { count: 0, negative: 0 } };
    expect(marginAfterReturns(plan(40), unknown, none)).toBeNull();
  });

  it('is not corrected where nothing is believed of returns, or no money is known', () => {
    const seen = { soldUnits: 80, returnedUnits: 5, weeks: 4 };
    expect(marginAfterReturns({ ...plan(40), returnStrength: 0 }, seen)).toBeNull();
    const { returnStrength } = plan(40);
    expect(marginAfterReturns({ returnRate, returnStrength }, seen)).toBeNull();
  });
});
