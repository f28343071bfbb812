import { expect, it } from 'vitest';
import { dayAfterWeeks, weeksOnSale } from '#core/ledger/reorder/weeks-on-sale.ts';
import { adoptedPlan, settledPlan } from '../../../support/adopted-plan.ts';

const entry = adoptedPlan();
const { launchDay } = entry.action;

it('whole weeks on sale count from the first to the eleventh', () => {
  const after = (days: number) => weeksOnSale(entry, launchDay + days);
  expect([-30, 0, 6, 7, 13, 14, 83, 84].map(after)).toEqual([
    ...[null, null, null, 1, 1, 2, 11, null],
  ]);
  expect(dayAfterWeeks(entry, 2)).toBe(launchDay + 14);
});

it('they count from the day on which it really went on sale, where that is known', () => {
  const late = settledPlan(9, { facts: { launchDay: launchDay + 3 } });
  expect(weeksOnSale(late, launchDay + 9)).toBeNull();
  expect(weeksOnSale(late, launchDay + 10)).toBe(1);
});
