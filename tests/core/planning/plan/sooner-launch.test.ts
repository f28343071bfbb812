import { describe, expect, it } from 'vitest';
import { bestSoonerLaunch, SOON_WEEKS } from '#core/planning/plan/sooner-launch.ts';
import { sampleAction, SAMPLE_MONDAY } from '../../../support/ranking.ts';

const weeks = Array.from({ length: 52 }, (_, week) => SAMPLE_MONDAY + 7 * week);
const ranking = { weeks, channels: ['Shop', 'Market'], earliestDay: SAMPLE_MONDAY - 3 };
const planIn = (week: number, surface: (number | null)[][]) => ({
  action: sampleAction({ launchDay: weeks[week]! }),
  surface,
});
const shop = weeks.map((_, week) => (week === 40 ? 90 : 10 + (week === 7 ? 5 : 0)));
const market = weeks.map((_, week) => (week < 3 ? null : week));

describe('the best week before a plan that is far off', () => {
  it('is the best of all channels in the next two months', () => {
    expect(bestSoonerLaunch(planIn(40, [shop, market]), ranking)).toEqual({
      ...{ weeksAway: 40, day: weeks[7], channel: 'Shop', value: 15 },
    });
    expect(bestSoonerLaunch(planIn(40, [shop]), { ...ranking, channels: [] })).toMatchObject({
      ...{ day: weeks[7], channel: null, value: 15 },
    });
  });

  it('is not looked for where the plan is near, and not there where nothing was tried', () => {
    expect(bestSoonerLaunch(planIn(SOON_WEEKS, [shop]), ranking)).toBeNull();
    const later = weeks.map((_, week) => (week < 30 ? null : 5));
    expect(bestSoonerLaunch(planIn(40, [later]), ranking)).toBeNull();
  });
});
