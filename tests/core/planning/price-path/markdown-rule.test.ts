import { describe, expect, it } from 'vitest';
import { bestRule, profitsByRule } from '#core/planning/price-path/markdown-rule.ts';
import { profitsOf, type PriceScene } from '#core/planning/price-path/price-path.ts';

const money = { revenue: 20, margin: 12, leftover: 5, fixedCost: 0 };
const scene: PriceScene = {
  curve: { shares: new Array<number>(12).fill(1 / 12), launchCount: 30 },
  ...{ stock: 100, cases: Float64Array.of(24, 120), money },
  at: (depth) => ({ money: { ...money, margin: 12 - 20 * depth }, response: (1 - depth) ** -4 }),
};
const cut = { fromWeek: 4, depth: 0.2 };

describe('a rule', () => {
  it('cuts in the cases in which too little is sold, and leaves the others alone', () => {
    // After three weeks 6 % and 30 % of the stock are sold.
    const earned = (soldShare: number) => [...profitsByRule(scene, { ...cut, soldShare })];
    const [held, marked] = [profitsOf(scene, null), profitsOf(scene, cut)];
    expect(earned(0.05)).toEqual([held[0], held[1]]);
    expect(earned(0.1)).toEqual([marked[0], held[1]]);
    expect(earned(0.4)).toEqual([marked[0], marked[1]]);
  });

  it('is the one that earns most, or none', () => {
    const best = bestRule(scene, [cut], 0)!;
    expect(best).toEqual({ ...cut, soldShare: 0.1 });
    expect(bestRule(scene, [cut], 1e6)).toBeNull();
    expect(bestRule(scene, [], 0)).toBeNull();
  });
});
