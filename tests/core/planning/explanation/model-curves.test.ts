import { describe, expect, it } from 'vitest';
import { dayFromCalendar, mondayOnOrAfter } from '#core/base/dates.ts';
import {
  elasticityOf,
  NEARBY_PRICES,
  yearCurve,
  yearOfMondays,
} from '#core/planning/explanation/model-curves.ts';

const monday = mondayOnOrAfter(dayFromCalendar(2026, 3, 2));

describe('the year of a launch', () => {
  it('is 52 Mondays from the launch on, after all that was learnt', () => {
    const year = yearOfMondays(monday, monday - 300);
    expect([year[0], year.length, year[51]]).toEqual([monday, 52, monday + 51 * 7]);
    expect(yearOfMondays(monday, monday + 15)[0]).toBe(monday + 21);
  });

  it('shows each week as a multiple of its mean', () => {
    const logs = [Math.log1p(10), Math.log1p(30)];
    expect(yearCurve([monday, monday + 7], logs)).toEqual([
      { day: monday, factor: expect.closeTo(0.5, 9) as number },
      { day: monday + 7, factor: expect.closeTo(1.5, 9) as number },
    ]);
  });

  it('has no season where nothing sells', () => {
    expect(yearCurve([monday], [-0.01])).toEqual([]);
  });
});

describe('elasticity', () => {
  it.each([-1.3, 0, -2.5])('of a demand that falls by the power %d is that power', (power) => {
    const logs = NEARBY_PRICES.map((price) => Math.log1p(80 * price ** power));
    expect(elasticityOf(logs)).toBeCloseTo(power, 9);
  });

  it('is not known where nothing sells', () => {
    expect(elasticityOf([-0.02, -0.03])).toBeNull();
  });
});
