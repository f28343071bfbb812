import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LaunchWindow } from '#core/import/marketing/launch-window.ts';
import { derivedLaunch } from '../../../support/derived-launch.ts';

const launch = derivedLaunch({ launchDay: 100 });
const none = { spend: NaN, impressions: NaN, clicks: NaN };

describe('LaunchWindow', () => {
  const ads = new LaunchWindow(launch, 28, 'ads');
  const traffic = new LaunchWindow(launch, 28, 'traffic');

  it('takes ads to begin two weeks before the launch at most, and counts them evenly to the end of the horizon', () => {
    expect(ads.horizon).toEqual({ from: 100, until: 127 });
    expect(ads.total([{ ...none, from: 76, until: 95, spend: 20 }], 'spend')).toBe(20);
    expect(ads.total([{ ...none, from: 118, until: 137, spend: 20 }], 'spend')).toBe(10);
    expect(ads.total([{ ...none, from: 128, until: 130, spend: 20 }], 'spend')).toBeNaN();
    expect(ads.meets([{ ...none, from: 80, until: 85, spend: 20 }])).toBe(false);
    expect(ads.meets([{ ...none, from: 80, until: 86, spend: 20 }])).toBe(true);
  });

  it('takes all visits of a report to be after the launch', () => {
    const month = { ...none, from: 91, until: 119, impressions: 300 };
    expect(traffic.total([month], 'impressions')).toBe(300);
    expect(traffic.total([month], 'clicks')).toBeNaN();
    const next = { ...none, from: 120, until: 149, impressions: 300 };
    expect(traffic.total([month, next], 'impressions')).toBe(300 + 80);
    expect(traffic.meets([{ ...none, from: 80, until: 99, impressions: 1 }])).toBe(false);
  });

  it('says nothing of what is counted over twice its days or more', () => {
    const year = { ...none, from: 1, until: 365, spend: 1000, impressions: 1000 };
    const daily = { ...none, from: 100, until: 100, spend: 5 };
    expect(ads.total([year, daily], 'spend')).toBeNaN();
    expect([ads.isTooLong([year]), ads.isTooLong([daily])]).toEqual([true, false]);
    expect(traffic.total([{ ...year, until: 155 }], 'impressions')).toBe(500);
    expect(traffic.total([{ ...year, until: 156 }], 'impressions')).toBeNaN();
  });

  it('counts as if each day of an entry stood in a row of its own', () => {
    const entry = fc.record({
      from: fc.integer({ min: 86, max: 150 }),
      days: fc.integer({ min: 1, max: 40 }),
      spend: fc.integer({ min: 0, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
        const whole = entries.map(({ from, days, spend }) => ({
          ...{ ...none, from, until: from + days - 1, spend },
        }));
        const daily = entries.flatMap(({ from, days, spend }) =>
          Array.from({ length: days }, (_, i) => ({
            ...{ ...none, from: from + i, until: from + i, spend: spend / days },
          })),
        );
        const [a, b] = [ads.total(whole, 'spend'), ads.total(daily, 'spend')];
        if (Number.isNaN(a)) expect(b).toBeNaN();
        else expect(a).toBeCloseTo(b, 8);
      }),
    );
  });
});
