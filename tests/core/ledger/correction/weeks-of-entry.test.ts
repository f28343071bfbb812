import { expect, it } from 'vitest';
import { weeksOfEntry } from '#core/ledger/correction/weeks-of-entry.ts';
import { adoptedPlan } from '../../../support/adopted-plan.ts';
import { weeklyLaunches } from '../../../support/weekly-launches.ts';

it('finds the weeks of the plan’s own launch once the data set has them', () => {
  const entry = adoptedPlan();
  const { id } = entry.product;
  const table = weeklyLaunches([
    { productId: id, day: entry.action.launchDay - 300, weeks: [9, 9, 9] },
    { productId: id, day: entry.action.launchDay + 3, weeks: [4, 7] },
  ]);
  expect(weeksOfEntry(table, entry, 2)).toEqual([4, 7]);
  expect(weeksOfEntry(table, entry, 3)).toBeNull();
  expect(weeksOfEntry(weeklyLaunches([]), entry, 1)).toBeNull();
});
