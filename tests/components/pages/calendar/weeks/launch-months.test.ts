import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { launchMonths, launchWeeks } from '#components/pages/calendar/weeks/launch-months.ts';
import { dayFromCalendar, isoDate } from '#core/base/dates.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';

const planOn = (launchDay: number, id = 'a') =>
  ({ product: { id }, action: { launchDay } }) as LaunchPlan;

describe('the months of the plans', () => {
  it('are those that have a launch, each with its launches by day', () => {
    const months = launchMonths([
      planOn(dayFromCalendar(2027, 3, 29), 'c'),
      planOn(dayFromCalendar(2026, 12, 7), 'a'),
      planOn(dayFromCalendar(2027, 3, 1), 'b'),
    ]);
    expect(
      months.map(({ firstDay, plans }) => [isoDate(firstDay), plans.map((p) => p.product.id)]),
    ).toEqual([
      ['2026-12-01', ['a']],
      ['2027-03-01', ['b', 'c']],
    ]);
  });

  it('keep the order given within a day', () => {
    const [month] = launchMonths([planOn(20_000, 'second'), planOn(20_000, 'first')]);
    expect(month?.plans.map(({ product }) => product.id)).toEqual(['second', 'first']);
  });
});

describe('the weeks of the plans', () => {
  it('run from the first launch to the last without a gap, and hold every launch once', () => {
    const days = fc.array(fc.integer({ min: 15_000, max: 15_400 }), { minLength: 1 });
    fc.assert(
      fc.property(days, (launchDays) => {
        const weeks = launchWeeks(launchDays.map((day) => planOn(day)));
        expect(weeks.reduce((sum, { count }) => sum + count, 0)).toBe(launchDays.length);
        expect(weeks.at(0)!.count).toBeGreaterThan(0);
        expect(weeks.at(-1)!.count).toBeGreaterThan(0);
        weeks.forEach(({ monday, count }, i) => {
          // 1970-01-05 was a Monday.
          expect((monday - 4) % 7).toBe(0);
          expect(monday).toBe(weeks[0]!.monday + 7 * i);
          expect(count).toBe(launchDays.filter((d) => d >= monday && d < monday + 7).length);
        });
      }),
    );
  });

  it('are none without a plan', () => {
    expect(launchWeeks([])).toEqual([]);
  });
});
