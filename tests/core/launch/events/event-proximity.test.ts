import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { proximityIn, WINDOW_COUNT } from '#core/launch/events/event-proximity.ts';

const near = proximityIn('US', ['christmas', 'summer', 'easter']);
const ofEvent = (event: number, ...date: [number, number, number]) =>
  near(dayFromCalendar(...date)).subarray(event * WINDOW_COUNT, (event + 1) * WINDOW_COUNT);

describe('a feast of one day', () => {
  it.each([
    [0, [2026, 12, 25]],
    [1, [2026, 12, 11]],
    [2, [2026, 11, 27]],
    [3, [2026, 11, 6]],
  ] as const)('is in window %i at its middle', (window, [year, month, date]) => {
    const windows = ofEvent(0, year, month, date);
    expect(windows[window]).toBe(1);
    windows.forEach((value, k) => {
      if (k !== window) expect(value).toBeLessThan(0.4);
    });
  });

  it('is seen by no window long before and after it', () => {
    expect(Math.max(...ofEvent(0, 2026, 7, 1))).toBe(0);
    expect(Math.max(...ofEvent(0, 2027, 1, 25))).toBeLessThan(0.001);
  });

  it('moves as Easter does', () => {
    expect(ofEvent(2, 2026, 3, 22)).toEqual(ofEvent(2, 2025, 4, 6)); // 5 April 2026, 20 April 2025
  });

  it('is a Gaussian of the days ahead', () => {
    expect(ofEvent(0, 2026, 12, 15)[1]).toBeCloseTo(Math.exp(-0.5 * (4 / 8) ** 2), 6);
  });
});

describe('a season', () => {
  const begins = [2026, 6, 1] as const;

  it('is nearest on its first day and has aged by two weeks on its last', () => {
    const first = ofEvent(1, ...begins);
    expect(first[0]).toBe(1);
    const days = Array.from(
      { length: 140 },
      (_, i) => near(dayFromCalendar(...begins) + i)[WINDOW_COUNT]!,
    );
    expect(days.every((value, i) => i === 0 || value <= days[i - 1]!)).toBe(true);
    const last = days.findIndex((value) => value < Math.exp(-0.5 * (14 / 8) ** 2) + 1e-6);
    expect(last).toBeGreaterThan(80);
    expect(last).toBeLessThan(115);
  });
});

it('is worked out once a day', () => {
  const day = dayFromCalendar(2026, 5, 5);
  expect(near(day)).toBe(near(day));
});
