import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import {
  areFewAhead,
  areFewYoung,
  dayObjection,
  isYoung,
} from '#core/import/quality/launch-day-checks.ts';

const today = dayFromCalendar(2024, 6, 1);

describe('dayObjection', () => {
  it.each([
    { says: 'the day a spreadsheet writes for none', day: [1900, 1, 1], is: 'early-launch-date' },
    { says: 'the last day of 1989', day: [1989, 12, 31], is: 'early-launch-date' },
    { says: 'the first day of 1990', day: [1990, 1, 1], is: null },
    { says: 'today', day: [2024, 6, 1], is: null },
    { says: 'tomorrow', day: [2024, 6, 2], is: 'future-launch-date' },
  ] as const)('$says: $is', ({ day, is }) => {
    expect(dayObjection(dayFromCalendar(day[0], day[1], day[2]), today)).toBe(is);
  });

  it('calls no day too late where today is not known', () => {
    expect(dayObjection(today + 1000, null)).toBeNull();
  });
});

describe('areFewAhead', () => {
  it('doubts the clock rather than a file whose launches mostly lie ahead', () => {
    const days = Float64Array.from({ length: 20 }, (_, i) => today + i - 15);
    expect(areFewAhead(days, today)).toBe(true);
    expect(areFewAhead(days, today - 10)).toBe(false);
    expect(areFewAhead(days, null)).toBe(true);
  });
});

describe('young launches', () => {
  it('are those whose horizon was not over, and none that lies ahead', () => {
    const ages = [-1, 0, 27, 28, NaN];
    expect(ages.map((age) => isYoung(today - age, today, 28))).toEqual([
      ...[false, true, true, false, false],
    ]);
    expect(isYoung(today, null, 28)).toBe(false);
    expect(isYoung(today - 28, today, 56)).toBe(true);
  });

  it('are few up to a quarter of those whose day is known', () => {
    const aged = (...ages: number[]) => Float64Array.from(ages, (age) => today - age);
    expect(areFewYoung(aged(3, 90, 91, 92), today, 28)).toBe(true);
    expect(areFewYoung(aged(3, 4, 90, 91, 92, NaN, NaN, NaN), today, 28)).toBe(false);
    expect(areFewYoung(aged(3), null, 28)).toBe(true);
  });
});
