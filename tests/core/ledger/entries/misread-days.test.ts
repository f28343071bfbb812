import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { hasMisreadDay, withMeantDay } from '#core/ledger/entries/misread-days.ts';
import { adoptedPlan, sampleActual } from '../../../support/adopted-plan.ts';

const early = dayFromCalendar(1926, 1, 12);
const today = dayFromCalendar(2027, 6, 1);

describe('a launch day a century early', () => {
  it('is told of what was entered by hand only', () => {
    expect(hasMisreadDay(adoptedPlan())).toBe(false);
    const withDay = (launchDay: number | null, source: string | null = null) =>
      hasMisreadDay(adoptedPlan({ actual: sampleActual({ launchDay, source }) }));
    expect(withDay(null)).toBe(false);
    expect(withDay(dayFromCalendar(2026, 1, 12))).toBe(false);
    expect(withDay(early, 'results.csv')).toBe(false);
    expect(withDay(early)).toBe(true);
  });

  it('moves to this century, beside what stood there', () => {
    const actual = sampleActual({ launchDay: early, recordedAt: 7 });
    const entry = adoptedPlan({ actual });
    const corrected = withMeantDay(entry, today);
    expect(corrected.actual).toEqual({ ...actual, launchDay: dayFromCalendar(2026, 1, 12) });
    expect(corrected.otherActuals).toEqual([actual]);
    expect(withMeantDay(corrected, today)).toBe(corrected);
  });

  it('tells again whether the horizon is over', () => {
    const actual = sampleActual({ launchDay: early });
    const soon = dayFromCalendar(2026, 1, 20);
    expect(withMeantDay(adoptedPlan({ actual }), soon).actual!.isEarly).toBe(true);
  });
});
