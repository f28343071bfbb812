import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { lastYearPredictor } from '#core/model/blend/seasonal-naive.ts';
import { launchTable } from '../../../support/launch-table.ts';

const launchDay = dayFromCalendar(2026, 11, 2);
const aYearBefore = launchDay - 364;

function expected(before: readonly { day: number; category: string; units: number }[]): number {
  const rows = before.map(({ day, ...rest }) => ({ day, ...rest }));
  const table = launchTable([...rows, { day: launchDay, category: 'mugs', units: 999 }]);
  const known = Uint32Array.from(rows.keys());
  return lastYearPredictor(table, known)(rows.length, 7);
}

describe('as last year', () => {
  it('is the median of the category in the same week a year before', () => {
    const same = [4, 20, 6].map((units) => ({ day: aYearBefore + 2, category: 'mugs', units }));
    const other = { day: aYearBefore, category: 'bags', units: 500 };
    const weeksAway = { day: aYearBefore + 21, category: 'mugs', units: 500 };
    expect(expected([...same, other, weeksAway])).toBe(6);
  });

  it('looks at the weeks around it, nearest first, where that week had none', () => {
    const near = { day: aYearBefore - 10, category: 'mugs', units: 12 };
    const far = { day: aYearBefore + 25, category: 'mugs', units: 50 };
    expect(expected([near, far])).toBe(12);
    expect(expected([far])).toBe(50);
  });

  it('takes all categories where the own had nothing near, and else what is said', () => {
    const bags = { day: aYearBefore, category: 'bags', units: 30 };
    expect(expected([bags])).toBe(30);
    expect(expected([{ ...bags, day: aYearBefore + 60 }])).toBe(7);
  });
});
