import { describe, expect, it } from 'vitest';
import { changedPlan } from '#core/planning/what-if/changed-plan.ts';
import { figuresAt, unitMoneyAt, type WhatIfChoice } from '#core/planning/what-if/what-if.ts';
import { PROFIT_PART_NAMES } from '#core/planning/plan/profit-parts.ts';
import { knownMoney } from '#core/planning/plan/unit-money.ts';
import { planStudy, someChoice } from '../../../support/plan-study.ts';
import { samplePlan } from '../../../support/ranking.ts';

const study = planStudy();
const plan = samplePlan();
const changedTo = (change: Partial<WhatIfChoice>, of = plan, by = study) =>
  changedPlan(of, by, { choice: { ...someChoice, ...change }, objective: 'profit' });

describe('a plan as the seller changed it', () => {
  it('does what was chosen, on the channel and with the promotion of the study', () => {
    const { action } = changedTo({ weekIndex: 3, priceFactor: 0.9, adSpend: 50, stockUnits: 80 });
    expect(action).toEqual({
      launchDay: study.weeks[3],
      ...{ channel: 'Email', promotion: 'coupon', priceFactor: 0.9 },
      salePrice: 34.2, // 40 × 0.9, 5% off
      adSpend: 50,
      stockUnits: 80,
    });
  });

  it('has the forecast and money of the sliders, and parts that sum to its profit', () => {
    const choice = { ...someChoice, stockUnits: 60 };
    const changed = changedTo({ stockUnits: 60 });
    expect(changed).toMatchObject(figuresAt(study, choice));
    expect(changed.money).toEqual(knownMoney(unitMoneyAt(study, choice)));
    const total = PROFIT_PART_NAMES.reduce((sum, name) => sum + changed.parts![name], 0);
    expect(total).toBeCloseTo(changed.outcome.profit!.expected, 9);
  });

  it('states its gain as the difference of what is shown', () => {
    const usual = {
      ...plan.usual,
      money: plan.money ?? knownMoney(unitMoneyAt(study, someChoice)),
    };
    const changed = changedTo({}, samplePlan({ usual }));
    expect(changed.gain!.range.expected).toBeCloseTo(
      changed.outcome.profit!.expected - usual.outcome.profit!.expected,
      9,
    );
  });

  it('rests on its own precedents', () => {
    expect(changedTo({}).promise).toBe('tried');
    expect(changedTo({ weekIndex: 1 }).promise).toBe('analogy');
    expect(changedTo({ priceFactor: 1.2 }).promise).toBe('assumption');
    expect(changedTo({}).support).toEqual(study.precedents.support);
  });

  it('is advised against where it loses money, and stays displaced where it was', () => {
    expect(changedTo({}).verdict).toEqual({ kind: 'launch' });
    expect(changedTo({ stockUnits: 5000 }).verdict).toEqual({ kind: 'loses-money' });
    const displaced = samplePlan({ verdict: { kind: 'displaced' } });
    expect(changedTo({}, displaced).verdict).toEqual({ kind: 'displaced' });
    expect(changedTo({ stockUnits: 5000 }, displaced).verdict).toEqual({ kind: 'loses-money' });
  });

  it('leaves out what a study does not know, and why the plan itself was proposed', () => {
    const proposed = samplePlan({ isAsUsual: true, lawfulCost: 12, rating: 4.2 });
    const changed = changedTo({}, proposed);
    for (const name of ['isAsUsual', 'lawfulCost', 'rating', 'ratingRange80'])
      expect(changed).not.toHaveProperty(name);
    expect(changed.funnel).toBeNull();
    expect(changed.product).toBe(proposed.product);
  });

  it('says the same of a category that was never sold', () => {
    const shift = { shift: 1, scale: 0.5, freedom: 4, categories: 3 };
    const neverSold = { ...shift, nicheShare: null, niche: null };
    expect(changedTo({}, samplePlan({ neverSold })).neverSold).toBe(neverSold);
    expect(changedTo({})).not.toHaveProperty('neverSold');
  });

  it('names no price or ad spend where the history has none', () => {
    const { economics } = study;
    const bare = planStudy({
      adSpends: new Float64Array(),
      economics: { ...economics, listPrice: NaN },
    });
    const { action, outcome } = changedTo({ adSpend: NaN }, plan, bare);
    expect(action).toMatchObject({ salePrice: null, adSpend: null });
    expect(outcome.profit).toBeNull();
  });
});
