import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyondSimilar, orderBeyondAny } from '#core/planning/plan/beyond-similar.ts';
import type { PastSales, SimilarSales } from '#core/planning/plan/past-sales.ts';
import { SAMPLE_MONDAY, sampleAction, samplePlan, sampleRange } from '../../../support/ranking.ts';

const sold = (...units: number[]): SimilarSales[] =>
  units.map((each) => ({ title: 'Mug', day: SAMPLE_MONDAY - 400, units: each }));
const past = (similar: readonly SimilarSales[], high: number | null = null): PastSales => ({
  ...{ similar, high, median: 50, categoryMedian: 60 },
});
const planOf = (stockUnits: number, units = 100) =>
  samplePlan({
    action: sampleAction({ stockUnits }),
    outcome: { units: sampleRange(units), revenue: null, profit: null },
  });

describe('a plan above all similar launches', () => {
  it('is told by its order, as a multiple of the highest', () => {
    expect(beyondSimilar(planOf(3533, 3000), past(sold(21, 170, 60)))).toEqual({
      ...{ what: 'order', times: 3533 / 170, low: 21, high: 170, isSoldOut: false },
    });
  });

  it('is told by its forecast where the order is not above them', () => {
    const found = beyondSimilar(planOf(150, 200), past(sold(21, 170, 60)));
    expect(found).toMatchObject({ what: 'forecast', times: 200 / 170 });
  });

  it('is none up to the highest, with fewer than three, and without any stored', () => {
    expect(beyondSimilar(planOf(170, 170), past(sold(21, 170, 60)))).toBeNull();
    expect(beyondSimilar(planOf(3533), past(sold(21, 170)))).toBeNull();
    expect(beyondSimilar(planOf(3533), undefined)).toBeNull();
  });

  it('says where the highest sold out, also beside an equal one that did not', () => {
    const [low, ...others] = sold(21, 170, 170);
    const censored = { ...others[0]!, isSoldOut: true as const };
    const found = beyondSimilar(planOf(400), past([low!, others[1]!, censored]));
    expect(found!.isSoldOut).toBe(true);
    const lowCensored = { ...low!, isSoldOut: true as const };
    expect(beyondSimilar(planOf(400), past([lowCensored, ...others]))!.isSoldOut).toBe(false);
  });

  it('is above every one of them, whatever they sold', () => {
    const units = fc.nat({ max: 5000 });
    fc.assert(
      fc.property(units, units, fc.array(units, { minLength: 3, maxLength: 5 }), (...drawn) => {
        const [stock, forecast, similar] = drawn;
        const found = beyondSimilar(planOf(stock, forecast), past(sold(...similar)));
        const isAbove = (value: number) => similar.every((each) => each < value);
        expect(found !== null).toBe(isAbove(stock) || isAbove(forecast));
        if (found) expect(isAbove(found.what === 'order' ? stock : forecast)).toBe(true);
      }),
    );
  });
});

describe('an order beyond nearly all launches', () => {
  it('is above the high mark too', () => {
    const similar = sold(21, 170, 60);
    expect(orderBeyondAny(planOf(300), past(similar, 299))).toMatchObject({ what: 'order' });
    expect(orderBeyondAny(planOf(300), past(similar, 300))).toBeNull();
    expect(orderBeyondAny(planOf(300), past(similar, null))).toBeNull();
  });

  it('is not told by a forecast', () => {
    expect(orderBeyondAny(planOf(100, 900), past(sold(21, 170, 60), 50))).toBeNull();
  });
});
