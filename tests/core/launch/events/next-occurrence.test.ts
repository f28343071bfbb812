import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { nextOccurrence } from '#core/launch/events/next-occurrence.ts';

describe('the next occurrence', () => {
  const halloween = (year: number) => dayFromCalendar(year, 10, 31);

  it('is the one of today, else the next', () => {
    expect(nextOccurrence('US', 'halloween', halloween(2026))?.from).toBe(halloween(2026));
    expect(nextOccurrence('US', 'halloween', halloween(2026) + 1)?.from).toBe(halloween(2027));
  });

  it('is a season that has begun and is not over', () => {
    const next = nextOccurrence('GB', 'summer', dayFromCalendar(2026, 7, 15))!;
    expect(next.from).toBeLessThan(dayFromCalendar(2026, 7, 15));
    expect(next.to).toBeGreaterThanOrEqual(dayFromCalendar(2026, 7, 15));
  });

  it('is not there in other markets, or too late', () => {
    expect(nextOccurrence('US', '618', halloween(2026))).toBeUndefined();
    expect(nextOccurrence('US', 'halloween', dayFromCalendar(2041, 1, 1))).toBeUndefined();
  });
});
