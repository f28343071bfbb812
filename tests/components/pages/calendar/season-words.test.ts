import { describe, expect, it } from 'vitest';
import { seasonWords } from '#components/pages/calendar/season-words.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';

const plansOn = (...days: number[]) =>
  days.map((launchDay) => ({ action: { launchDay } }) as LaunchPlan);

describe('the season of the plans', () => {
  it('goes from the month of the first launch to that of the last, in any order', () => {
    const plans = plansOn(dayFromCalendar(2027, 3, 29), dayFromCalendar(2026, 11, 30));
    expect(seasonWords(plans)).toBe('Nov 2026–Mar 2027');
  });

  it('is one month where all launches lie in it', () => {
    expect(seasonWords(plansOn(dayFromCalendar(2027, 3, 1), dayFromCalendar(2027, 3, 29)))).toBe(
      'Mar 2027',
    );
  });
});
