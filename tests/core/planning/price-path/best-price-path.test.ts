import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestPricePath,
  markdownsOf,
  type PricePath,
} from '#core/planning/price-path/best-price-path.ts';
import { profitsByRule } from '#core/planning/price-path/markdown-rule.ts';
import { priceScene, profitsOf } from '#core/planning/price-path/price-path.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import { notFinite } from '../../../support/not-finite.ts';
import { planStudy, someChoice } from '../../../support/plan-study.ts';

const salesCurve = {
  shares: [8, 6, 5, 4, 4, 3, 3, 2, 2, 1, 1, 1].map((weight) => weight / 40),
  launchCount: 30,
};
const choice = { ...someChoice, priceFactor: 1.2, stockUnits: 260 };
const tried = { low: 0.72, high: 1.2 };
const study = planStudy({ salesCurve, tried });

function pathOf(of: PlanStudy = study, asked = choice): PricePath {
  const path = bestPricePath(of, { choice: asked, horizonDays: 28 });
  if (typeof path === 'string') throw new Error(`expected a path, got ${path}`);
  return path;
}

describe('bestPricePath', () => {
  it('earns as much as the best of all cuts and none, tried one by one', () => {
    for (const stockUnits of [60, 150, 260, 420]) {
      const asked = { ...choice, stockUnits };
      const scene = priceScene(study, salesCurve, { choice: asked, horizonDays: 28 });
      const held = mean(profitsOf(scene, null));
      let most = held;
      for (let fromWeek = 2; fromWeek <= 12; fromWeek++)
        for (const depth of [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4])
          most = Math.max(most, mean(profitsOf(scene, { fromWeek, depth })));
      const path = pathOf(study, asked);
      const expected = most > held * 1.01 ? most : held;
      expect(path.path.profit.expected).toBeCloseTo(expected, 6);
      expect(path.onePrice.profit.expected).toBeCloseTo(held, 6);
      expect(path.markdown === null).toBe(expected === held);
    }
  });

  it('is never worse than one price on average, and a rule never worse than the path', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 600 }),
        fc.double({ min: 0.8, max: 1.2, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (stockUnits, priceFactor, leftoverLoss) => {
          const stock = { ...study.stock, leftoverLoss };
          const asked = { ...choice, stockUnits, priceFactor };
          const { path, onePrice, advantage, rule } = pathOf({ ...study, stock }, asked);
          expect(path.profit.expected).toBeGreaterThanOrEqual(onePrice.profit.expected - 1e-9);
          const gain = path.profit.expected - onePrice.profit.expected;
          expect(advantage.gain.expected).toBeCloseTo(gain, 6);
          expect(advantage.better + advantage.worse).toBeLessThanOrEqual(1 + 1e-12);
          if (rule) expect(rule.profit.expected).toBeGreaterThan(path.profit.expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('cuts where far too much is on hand, and keeps one price where too little is', () => {
    expect(pathOf(study, { ...choice, stockUnits: 500 }).markdown).not.toBeNull();
    const few = pathOf(study, { ...choice, stockUnits: 30 });
    expect(few).toMatchObject({ markdown: null, rule: null });
    expect(few.path).toBe(few.onePrice);
    expect(few.advantage).toMatchObject({ better: 0, worse: 0, gain: { expected: 0 } });
  });

  it('finds the best of all rules, where one earns more than the path', () => {
    const asked = { ...choice, stockUnits: 260 };
    const scene = priceScene(study, salesCurve, { choice: asked, horizonDays: 28 });
    const path = pathOf(study, asked);
    let most = -Infinity;
    for (const markdown of markdownsOf(study, asked))
      for (let tenth = 1; tenth <= 9; tenth++)
        most = Math.max(most, mean(profitsByRule(scene, { ...markdown, soldShare: tenth / 10 })));
    expect(path.rule!.profit.expected).toBeCloseTo(most, 6);
  });

  it('goes no deeper than prices were ever tried', () => {
    const depths = new Set(markdownsOf(study, { ...choice, priceFactor: 0.9 }).map((m) => m.depth));
    expect([...depths]).toEqual([0.1, 0.15, 0.2]);
  });

  it('says why it tells nothing', () => {
    const reason = (change: Partial<PlanStudy>, asked = choice) =>
      bestPricePath({ ...study, ...change }, { choice: asked, horizonDays: 28 });
    const { economics } = study;
    expect(reason({ salesCurve: null })).toBe('no-curve');
    expect(reason({ priceIsTold: false })).toBe('price-untold');
    expect(reason({ economics: { ...economics, unitCost: NaN } })).toBe('no-money');
    expect(reason({ economics: { ...economics, listPrice: NaN } })).toBe('no-money');
    expect(reason({}, { ...choice, priceFactor: 0.75 })).toBe('no-lower-price');
  });

  it('has no figure that is not one', () => {
    expect(notFinite(pathOf())).toEqual([]);
  });
});
