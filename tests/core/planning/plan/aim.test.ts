import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AIM_BOUNDS,
  aimNumber,
  isLeadTimeSaid,
  isWithinAim,
  usableAim,
  USUAL_AIM,
  withAimNumber,
  type AimNumber,
} from '#core/planning/plan/aim.ts';

const names = Object.keys(AIM_BOUNDS) as AimNumber[];

describe('an aim that was stored', () => {
  it('is the usual one where nothing or nothing of use was', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const aim = usableAim(typeof stored === 'object' ? stored : null);
        for (const name of names) {
          const value = aimNumber(aim, name);
          expect(value === null || isWithinAim(name, value)).toBe(true);
        }
      }),
    );
    expect(usableAim(undefined)).toEqual(USUAL_AIM);
    expect(usableAim({ objective: 'fame', stock: { packSize: -3 } })).toEqual(USUAL_AIM);
  });

  it('is kept as it was', () => {
    const aim = {
      objective: 'sell-through',
      attitude: 'balanced',
      stock: { leftoverLoss: 0.5, minimumOrder: 20, packSize: 6, leadTimeDays: 45 },
      cash: { depositShare: 0.5, payoutDays: 30 },
      mostLaunches: 12,
      waitingCostPerYear: 0.05,
      hasEarlierPrices: true,
    } as const;
    expect(usableAim(JSON.parse(JSON.stringify(aim)))).toEqual(aim);
    expect(usableAim({ ...aim, hasNoLeadTime: true })).toEqual({ ...aim, hasNoLeadTime: true });
  });
});

describe('a number of an aim', () => {
  it('lies within its bounds, and is whole but for shares', () => {
    expect(isWithinAim('leftoverLoss', 0.35)).toBe(true);
    expect(isWithinAim('leftoverLoss', 1.01)).toBe(false);
    expect(isWithinAim('packSize', 1.5)).toBe(false);
    expect(isWithinAim('packSize', 0)).toBe(false);
    expect(isWithinAim('mostLaunches', NaN)).toBe(false);
  });

  it('is the usual one where an aim was stored before it existed', () => {
    expect(USUAL_AIM.cash).toBeUndefined();
    expect(aimNumber(USUAL_AIM, 'depositShare')).toBe(0.3);
    const changed = withAimNumber(USUAL_AIM, 'payoutDays', 7);
    expect(changed.cash).toEqual({ depositShare: 0.3, payoutDays: 7 });
    expect(aimNumber(withAimNumber(changed, 'payoutDays', null), 'payoutDays')).toBe(14);
    expect(usableAim({ cash: { depositShare: 2, payoutDays: 7.5 } })).toEqual(USUAL_AIM);
  });

  it('is a lead time that was said, even none, or only assumed', () => {
    expect(isLeadTimeSaid(USUAL_AIM)).toBe(false);
    const none = withAimNumber(USUAL_AIM, 'leadTimeDays', 0);
    expect([none.stock, isLeadTimeSaid(none)]).toEqual([USUAL_AIM.stock, true]);
    expect(usableAim(none)).toEqual(none);
    for (const days of [null, 30])
      expect(withAimNumber(none, 'leadTimeDays', days).hasNoLeadTime).toBe(false);
    expect(isLeadTimeSaid(withAimNumber(none, 'leadTimeDays', null))).toBe(false);
    // Aims stored before it was asked have the usual 0, which nobody said.
    expect(isLeadTimeSaid(usableAim({ stock: USUAL_AIM.stock }))).toBe(false);
    expect(isLeadTimeSaid(usableAim({ stock: { ...USUAL_AIM.stock, leadTimeDays: 30 } }))).toBe(
      true,
    );
  });

  it('goes back to the usual one', () => {
    const changed = withAimNumber(USUAL_AIM, 'leadTimeDays', 30);
    expect(changed.stock.leadTimeDays).toBe(30);
    expect(withAimNumber(changed, 'leadTimeDays', null)).toEqual(USUAL_AIM);
    expect(withAimNumber(USUAL_AIM, 'mostLaunches', 4).mostLaunches).toBe(4);
  });
});
