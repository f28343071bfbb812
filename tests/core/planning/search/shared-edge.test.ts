import { describe, expect, it } from 'vitest';
import { sharedEdges } from '#core/planning/search/shared-edge.ts';
import { smallSpace } from '../../../support/action-space.ts';
import { sampleAction, samplePlan } from '../../../support/ranking.ts';

const space = smallSpace({ adSpend: 20, adSpends: [14, 20, 26] });
const plansOf = (actions: readonly (readonly [priceFactor: number, adSpend: number])[]) =>
  actions.map(([priceFactor, adSpend]) =>
    samplePlan({ action: sampleAction({ priceFactor, adSpend }) }),
  );
const five = (priceFactor: number, adSpend: number) =>
  plansOf(Array.from({ length: 5 }, () => [priceFactor, adSpend] as const));

describe('an edge of what was tried that all plans take', () => {
  it('is the lowest or the highest price, or the most that may be spent on ads', () => {
    expect(sharedEdges(space, five(0.9, 20))).toEqual(['lowest-price']);
    expect(sharedEdges(space, five(1.1, 20))).toEqual(['highest-price']);
    expect(sharedEdges(space, five(1, 26))).toEqual(['highest-ad-spend']);
    expect(sharedEdges(space, five(1.1, 26))).toEqual(['highest-price', 'highest-ad-spend']);
  });

  it('is none where one plan does otherwise, or the plans are few', () => {
    expect(sharedEdges(space, [...five(1.1, 26), ...plansOf([[1, 20]])])).toEqual([]);
    expect(sharedEdges(space, five(1.1, 26).slice(1))).toEqual([]);
    expect(sharedEdges(space, five(1, 14))).toEqual([]);
  });

  it('is none where it is what is usual, or there is nothing to choose', () => {
    const dear = smallSpace({ priceFactors: [0.8, 0.9, 1], adSpend: 26, adSpends: [20, 26] });
    expect(sharedEdges(dear, five(1, 26))).toEqual([]);
    const fixed = smallSpace({ priceFactors: [0.9], adSpend: NaN });
    expect(sharedEdges(fixed, five(0.9, 20))).toEqual([]);
  });
});
