import { describe, expect, it } from 'vitest';
import { adoptedLaunches, promisedPlan } from '#core/ledger/entries/adopted-in-season.ts';
import { adoptedPlan, namedPlan } from '../../../support/adopted-plan.ts';
import { samplePlan } from '../../../support/ranking.ts';

describe('adopted plans in a season', () => {
  it('stand where the last one of each product says', () => {
    const [one, other] = [namedPlan(1, 'a', 'A'), namedPlan(2, 'b', 'B')];
    const later = { ...one, id: 3, action: { ...one.action, launchDay: 20_000, stockUnits: 7 } };
    const { launchDay: week, channel, adSpend, stockUnits } = other.action;
    expect(adoptedLaunches([one, other, later])).toEqual({
      a: { productId: 'a', week: 20_000, channel, adSpend, stockUnits: 7 },
      b: { productId: 'b', week, channel, adSpend, stockUnits },
    });
  });

  it('say what they promised, whatever is planned since', () => {
    const entry = adoptedPlan({ returnRate: 0.1 });
    const plan = samplePlan({ action: { ...entry.action, stockUnits: 999 }, returnRate: 0.3 });
    const { action, outcome, odds, money, returnRate, verdict } = promisedPlan(entry, plan);
    expect({ action, outcome, odds, money, returnRate }).toEqual({
      ...{ action: entry.action, outcome: entry.outcome, odds: entry.odds, money: entry.money },
      returnRate: 0.1,
    });
    expect(verdict).toEqual({ kind: 'launch' });
    const shift = { shift: 1, scale: 0.5, freedom: 4, categories: 3 };
    const neverSold = { ...shift, nicheShare: null, niche: null };
    expect(promisedPlan(entry, { ...plan, neverSold }).neverSold).toBe(neverSold);
  });
});
