import { describe, expect, it } from 'vitest';
import {
  isSoldOut,
  landingOf,
  logErrorsOf,
  promisedShare,
  realised,
  settledEntries,
  valueOverHabit,
  type Settled,
} from '#core/ledger/entries/promise-outcome.ts';
import { adoptedPlan, sampleActual, settledPlan } from '../../../support/adopted-plan.ts';
import { sampleRange, sampleUsual } from '../../../support/ranking.ts';

// Promised: 100 units, 65–160 at 8 in 10 and 85–120 at 5 in 10; 160 in stock.
const outcome = { units: sampleRange(100), revenue: sampleRange(1134), profit: sampleRange(500) };
const sold = (units: number, facts = {}, change = {}) =>
  settledPlan(units, { outcome, facts, ...change }) as Settled;

describe('landingOf', () => {
  it.each([
    [64, 'below'],
    [65, 'in'],
    [160, 'in'],
    [161, 'above'],
  ] as const)('%d of 65–160 is %s', (units, landing) => {
    expect(landingOf(sold(units))).toBe(landing);
  });

  it('looks at the narrower range, too', () => {
    expect([84, 85, 120, 121].map((units) => landingOf(sold(units), 0.5))).toEqual([
      ...['below', 'in', 'in', 'above'],
    ]);
  });

  it('holds nothing against a launch that sold all it had', () => {
    expect(landingOf(sold(50, { firstStock: 50 }))).toBe('in');
    expect(landingOf(sold(50, { firstStock: 51 }))).toBe('below');
    expect(landingOf(sold(170, { firstStock: 170 }))).toBe('above');
  });
});

describe('logErrorsOf', () => {
  it('are log ratios of sold to expected', () => {
    const [more, none] = logErrorsOf([sold(201), sold(0)]);
    expect(more).toBeCloseTo(Math.log(202 / 101));
    expect(none).toBeCloseTo(-Math.log(101));
  });

  it('put a launch that sold all it had among those that missed by more', () => {
    const entry = sold(50, { firstStock: 50 });
    expect(isSoldOut(entry)).toBe(true);
    const [atLeast, , more] = logErrorsOf([entry, sold(20), sold(120)]);
    expect(atLeast).toBe(more);
  });
});

describe('promisedShare', () => {
  it('is what was promised where stock reaches beyond the range', () => {
    expect(promisedShare(sold(100, { firstStock: 160 }), 0.8)).toBe(0.8);
    expect(promisedShare(sold(100, { firstStock: 121 }), 0.5)).toBe(0.5);
    // Restocked.
    expect(promisedShare(sold(300, { firstStock: 50 }), 0.8)).toBe(0.8);
  });

  it('lacks the upper end where stock ends within the range, and more below it', () => {
    expect(promisedShare(sold(90, { firstStock: 100 }), 0.8)).toBeCloseTo(0.9, 12);
    expect(promisedShare(sold(90, { firstStock: 100 }), 0.5)).toBeCloseTo(0.75, 12);
    // Between the 1 in 10 of 65 and the 1 in 4 of 85.
    const fraction = Math.log(71 / 66) / Math.log(86 / 66);
    expect(promisedShare(sold(60, { firstStock: 70 }), 0.5)).toBeCloseTo(0.9 - 0.15 * fraction, 12);
    expect(promisedShare(sold(10, { firstStock: 10 }), 0.8)).toBeGreaterThan(0.9);
  });

  it('is how often draws of the promised distribution land inside, whatever the stock', () => {
    const { low80, low50, expected, high50, high80 } = sold(1).outcome.units;
    const logs = [0, low80, low50, expected, high50, high80, 3 * high80].map(Math.log1p);
    const chances = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];
    const demandAt = (chance: number) => {
      const next = chances.findIndex((value, i) => i > 0 && chance <= value);
      const share = (chance - chances[next - 1]!) / (chances[next]! - chances[next - 1]!);
      return Math.expm1(logs[next - 1]! + share * (logs[next]! - logs[next - 1]!));
    };
    for (const firstStock of [40, 75, 110, 140, 200]) {
      for (const fraction of [0.5, 0.8] as const) {
        const landed = Array.from({ length: 4000 }, (_, i) =>
          sold(Math.min(firstStock, demandAt((i + 0.5) / 4000)), { firstStock }),
        ).filter((entry) => landingOf(entry, fraction) === 'in').length;
        expect(promisedShare(sold(1, { firstStock }), fraction)).toBeCloseTo(landed / 4000, 2);
      }
    }
  });
});

describe('realised', () => {
  it('reckons profit as plans do: units, what is left over, what was spent', () => {
    // 130 × 6 − 2 × (160 − 130) − 60
    expect(realised(sold(130))).toBeCloseTo(660);
  });

  it('takes what was really spent and taken, and what was really on hand', () => {
    const entry = sold(130, { adSpend: 100, revenue: 11.34 * 130 - 50, firstStock: 140 });
    expect(realised(entry)).toBeCloseTo(130 * 6 - 2 * 10 - 100 - 50);
  });

  it('is revenue, units or sell-through where plans were made for those', () => {
    expect(realised(sold(130, {}, { objective: 'revenue' }))).toBeCloseTo(130 * 11.34);
    expect(realised(sold(130, { revenue: 1500 }, { objective: 'revenue' }))).toBe(1500);
    expect(realised(sold(130, {}, { objective: 'units' }))).toBe(130);
    // As in the plan, half as much is sold later, as far as the stock of 160 goes.
    const later = { share: 0.5, holding: 0 };
    const money = { revenue: 10, margin: 5, leftover: 2, fixedCost: 0, later };
    const withLater = (units: number, facts = {}) =>
      realised(sold(units, facts, { objective: 'revenue', money }));
    expect(withLater(80)).toBeCloseTo(1.5 * 800);
    expect(withLater(130)).toBeCloseTo(1600);
    expect(withLater(80, { revenue: 900 })).toBeCloseTo(1.5 * 900);
    expect(withLater(0, { revenue: 0 })).toBe(0);
    expect(realised(sold(80, {}, { objective: 'sell-through' }))).toBe(0.5);
    expect(realised(sold(200, {}, { objective: 'sell-through' }))).toBe(1);
  });

  it('counts what is sold later as the plan does: as many times what was sold so far', () => {
    const later = { share: 0.1, holding: 1 };
    const money = { revenue: 11.34, margin: 6, leftover: 2, fixedCost: 60, later };
    // 130 in the horizon, 13 of the 30 left after it, 17 never
    expect(realised(sold(130, {}, { money }))).toBeCloseTo(130 * 6 + 13 * 5 - 17 * 2 - 60);
    const whole = { ...money, later: { share: 3, holding: 1 } };
    expect(realised(sold(130, {}, { money: whole }))).toBeCloseTo(130 * 6 + 30 * 5 - 60);
  });

  it('takes the VAT out of the revenue that is stated', () => {
    const money = { revenue: 10, margin: 6, leftover: 2, fixedCost: 60, vatShare: 1 / 6 };
    const entry = sold(130, { revenue: 1560 + 12 }, { money });
    expect(realised(entry)).toBeCloseTo(130 * 6 - 2 * 30 - 60 + 10);
    expect(realised({ ...entry, objective: 'revenue' })).toBeCloseTo(1310);
  });

  it('is not known without prices or costs', () => {
    const money = { revenue: null, margin: null, leftover: null, fixedCost: 0 };
    expect(realised(sold(130, {}, { money }))).toBeNull();
    expect(realised(sold(130, {}, { money: undefined }))).toBeNull();
  });
});

describe('valueOverHabit', () => {
  it('is what was promised, and what came, beyond what is usual', () => {
    // Usual: a profit of 80 × 5 = 400 is expected.
    expect(valueOverHabit(sold(130))).toEqual({
      objective: 'profit',
      promised: 100,
      realised: 260,
    });
  });

  it('puts no units in the place of money', () => {
    const usual = sampleUsual({ outcome: { ...outcome, profit: null } });
    expect(valueOverHabit(sold(130, {}, { usual }))).toBeNull();
  });
});

describe('settledEntries', () => {
  it('are those with a whole result that still stand', () => {
    const early = adoptedPlan({ id: 2, actual: sampleActual({ isEarly: true }) });
    const withdrawn = settledPlan(9, { id: 3, withdrawnAt: 4 });
    const all = [adoptedPlan(), early, withdrawn, settledPlan(9, { id: 5 })];
    expect(settledEntries(all).map(({ id }) => id)).toEqual([5]);
  });
});
