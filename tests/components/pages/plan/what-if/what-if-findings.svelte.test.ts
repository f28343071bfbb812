import { describe, expect, it } from 'vitest';
import { curveNote, curveTitle } from '#components/pages/plan/what-if/what-if-findings.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { bestStockAt } from '#core/planning/what-if/planned-stock.ts';
import { WhatIfSliders } from '#components/pages/plan/what-if/slider-state.svelte.ts';
import type { PlanStudy } from '#core/planning/what-if/plan-study.ts';
import { plannedAction, planStudy, someChoice } from '../../../../support/plan-study.ts';

const study = planStudy();
const { economics } = study;
const slidersOf = (change: Partial<PlanStudy> = {}, action = plannedAction) =>
  new WhatIfSliders(planStudy(change), action);
/** Units that follow from price factor and ad spend alone. */
const logsOf = (unitsAt: (factor: number, spend: number) => number) =>
  Float32Array.from(
    study.weeks.flatMap(() =>
      [...study.priceFactors].flatMap((factor) =>
        [...study.adSpends].map((spend) => Math.log1p(unitsAt(factor, spend))),
      ),
    ),
  );
const plenty = { ...plannedAction, stockUnits: 100_000 };
const free = { ...study.stock, leftoverLoss: 0 };

describe('findings', () => {
  it('of weeks name the best, or those that are as good', () => {
    expect(curveTitle(slidersOf(), 'week')).toMatch(/^Week: highest forecast on .+$/);
    const logUnits = logsOf(() => 100);
    const weeks = study.weeks.map((_, i) => study.weeks[0]! + 7 * i);
    expect(curveTitle(slidersOf({ logUnits, weeks }), 'week')).toBe('Week: about equal throughout');
    // Nothing is said of the weeks beyond that were never tried.
    expect(curveTitle(slidersOf({ logUnits }), 'week')).toBe(
      'Week: about equal for 9\u00a0Mar\u2060–\u206030\u00a0Mar',
    );
  });

  it('of prices name the range that is as good, and how far was tried', () => {
    // A unit leaves 34 f − 14: below the list price that tells, above it the units that fall with the cube of the price.
    const bent = logsOf((factor) => 100 * (factor > 1 ? factor ** -3 : 1));
    const sliders = slidersOf({ logUnits: bent, stock: free }, plenty);
    expect(curveTitle(sliders, 'price')).toMatch(/^Price: about equal for 3[78]\u2060–\u206039$/);
    expect(curveNote(sliders, 'price')).toBe(
      'Tried from 30 to 46; no advice beyond. Plans also leave out the outermost 5% on each side.',
    );
    const same = slidersOf({ tried: { low: 0.99, high: 1.01 } });
    expect(curveTitle(same, 'price')).toBe(
      'Price: about equal throughout, of what plans choose from',
    );
  });

  it('of prices name no best where the history cannot tell', () => {
    const sliders = slidersOf({ priceIsChosen: false });
    expect(curveTitle(sliders, 'price')).toBe('Price: not clear from your data');
    expect(curveNote(sliders, 'price')).toContain('no best price is named');
  });

  it('of ads say from where on more brings little, or that less is better', () => {
    const title = (unitsAt: (spend: number) => number) => {
      const logUnits = logsOf((_, spend) => unitsAt(spend));
      return curveTitle(slidersOf({ logUnits, stock: free }, plenty), 'spend');
    };
    // A unit leaves about 20: three hundredths of the profit of 1,400 units are more than all the ads cost, of 30 units not 20.
    expect(title((spend) => 1_000 + 8 * Math.min(50, spend))).toMatch(
      /^Ads: best at about 120, little to gain above [34]\d$/,
    );
    expect(title(() => 30)).toMatch(/^Ads: best at 1\d or less$/);
    expect(title(() => 1_000)).toBe('Ads: about equal throughout');
    expect(title((spend) => 100 + 0.8 * Math.min(50, spend))).toMatch(
      /^Ads: about equal for [34]\d\u2060–\u20601\d\d$/,
    );
  });

  it('of stock name the best where costs are known, else the odds of the chosen one', () => {
    expect(curveTitle(slidersOf(), 'stock')).toMatch(/^Initial stock: \d+ balances both risks$/);
    const noCost = slidersOf({ economics: { ...economics, unitCost: NaN } });
    expect(curveTitle(noCost, 'stock')).toMatch(/^Initial stock of 150: .+ chance of selling out$/);
  });

  it('of stock say which would earn more, and why plans order less', () => {
    const at = (stockUnits: number, change: Partial<PlanStudy> = {}) =>
      slidersOf(change, { ...plannedAction, stockUnits });
    const best = bestStockAt(study, someChoice);
    expect(curveTitle(at(best), 'stock')).toBe(`Initial stock: ${best} balances both risks`);
    expect(curveNote(at(best), 'stock')).not.toContain('more on average');
    const few = at(best - 4);
    expect(curveTitle(few, 'stock')).toBe(`Initial stock: ${best - 4} earns nearly the most`);
    expect(curveNote(few, 'stock')).toMatch(
      new RegExp(`${best} would earn about \\S+ more on average; ${best - 4} ties up less money`),
    );
    // Where forecasts are wide, the best stock waits for a rare success.
    const wide = {
      spread: demandSpread(
        Float64Array.from({ length: 200 }, (_, i) => 9 * ((i + 0.5) / 200 - 0.5)),
      ),
      stock: { ...study.stock, leftoverLoss: 0.6 },
    };
    const safer = at(1, wide);
    expect(curveTitle(safer, 'stock')).toMatch(/with \d+, a profit is likelier than a loss$/);
    expect(curveNote(safer, 'stock')).toMatch(/more on average, but a loss would be likelier/);
  });

  it('of prices and ads say that the curve is higher where plans do not choose, and why', () => {
    // Units hardly fall with the price, and ads sell: both curves rise to their ends.
    const logUnits = logsOf((factor, spend) => 400 * factor ** -0.1 + 2 * spend);
    const of = (prices: readonly [number, number], change: Partial<PlanStudy> = {}) =>
      slidersOf(
        { logUnits, stock: free, proposable: { prices, adSpends: [0, 120] }, ...change },
        plenty,
      );
    const raised = of([0.9, 1]);
    expect(curveTitle(raised, 'price')).toMatch(/^Price: .+, of what plans choose from$/);
    expect(curveNote(raised, 'price')).toMatch(
      /higher outside, about [\d,]+ at 50: not proposed, because it was never tried\.$/,
    );
    const inside = { tried: { low: 0.7, high: 1.5 } };
    expect(curveNote(of([0.9, 1], inside), 'price')).toContain('reduction from a raised price');
    const plain = { ...inside, economics: { ...economics, depth: 0 } };
    expect(curveNote(of([0.9, 1.1], plain), 'price')).toContain(
      'too few launches had such a price',
    );
    expect(curveTitle(raised, 'spend')).toMatch(/^Ads: .+, of what plans choose from$/);
    expect(curveNote(raised, 'spend')).toMatch(
      /higher values outside, about [\d,]+ at 300, are not/,
    );
    const whole = slidersOf({ logUnits, stock: free, ...inside }, plenty);
    expect(curveTitle(whole, 'price')).not.toContain('of what plans choose from');
    expect(curveNote(whole, 'spend')).not.toContain('higher');
  });

  it('say what one piece too few or too many costs, and in which packs it comes', () => {
    const sliders = slidersOf({ stock: { ...study.stock, packSize: 25 }, returnRates: null });
    expect(curveNote(sliders, 'stock')).toBe(
      'One unit too few costs 20; one too many costs 4.20. Packs of 25.',
    );
  });
});
