import { expect, it } from 'vitest';
import { loosened, looseningsOf } from '#core/season/problem/looser-limits.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { FIRST_WEEK } from '../../../support/random-offers.ts';

const locked = { week: FIRST_WEEK, channel: null };
const limits: SeasonLimits = {
  ...usualLimits(FIRST_WEEK),
  ...{ mostPerWeek: 2, adBudget: 100, stockBudget: 0, channelBudgets: { Email: 50, Shop: 0 } },
  closedWeeks: [FIRST_WEEK + 7, FIRST_WEEK + 7 * 60],
  wishes: {
    ...{ a: { isNeeded: true, from: FIRST_WEEK }, b: { isLeftOut: true }, c: { locked } },
    d: { isNeeded: true, locked },
  },
};

it('has a step for each limit of the season that can be made looser', () => {
  expect(looseningsOf(usualLimits(FIRST_WEEK))).toEqual([]);
  expect(looseningsOf(limits)).toEqual([
    ...[{ kind: 'most-per-week' }, { kind: 'ad-budget' }],
    ...[{ kind: 'channel-budget', channel: 'Email' }],
    ...[
      { kind: 'closed-week', week: FIRST_WEEK + 7 },
      { kind: 'needed', productId: 'a' },
    ],
  ]);
});

it('raises a cash budget, and knows none in older limits', () => {
  const tight = { ...limits, cashBudget: 300 };
  expect(looseningsOf(tight)).toContainEqual({ kind: 'cash-budget' });
  expect(loosened(tight, { kind: 'cash-budget' }).cashBudget).toBeCloseTo(330, 9);
  const older = JSON.parse(JSON.stringify({ ...limits, cashBudget: undefined })) as SeasonLimits;
  expect(looseningsOf(older)).toEqual(looseningsOf(limits));
});

it('makes one limit looser and keeps the others', () => {
  const steps = looseningsOf(limits).map((loosening) => loosened(limits, loosening));
  expect(steps[0]).toEqual({ ...limits, mostPerWeek: 3 });
  expect(steps[1]!.adBudget).toBeCloseTo(110, 9);
  expect(steps[2]!.channelBudgets.Email).toBeCloseTo(55, 9);
  expect(steps[2]!.channelBudgets.Shop).toBe(0);
  expect(steps[3]).toEqual({ ...limits, closedWeeks: [FIRST_WEEK + 7 * 60] });
  expect(steps[4]).toEqual({
    ...limits,
    wishes: { ...limits.wishes, a: { from: FIRST_WEEK } },
  });
});
