import { describe, expect, it } from 'vitest';
import { implausibleDensity } from '#core/import/schema/launch-density.ts';

/** So many launches, one after another on days so far apart. */
function days(count: number, apart: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => 20_000 + Math.floor(i * apart));
}

describe('implausibleDensity', () => {
  it('doubts more than 300 launches a month', () => {
    expect(implausibleDensity(days(3_000, 0.09))).toMatchObject({
      launchCount: 3_000,
      perMonth: expect.closeTo(338, 0) as number,
      onBusiestDay: 12,
    });
    expect(implausibleDensity(days(3_000, 0.11))).toBeNull();
  });

  it('doubts more than a tenth on one day, and names it', () => {
    const some = days(100, 3);
    some.fill(20_050, 0, 12);
    expect(implausibleDensity(some)).toMatchObject({ busiestDay: 20_050, onBusiestDay: 12 });
    expect(implausibleDensity(days(100, 3).fill(20_050, 0, 9))).toBeNull();
  });

  it('takes few rows, and rows without a date, as they are', () => {
    expect(implausibleDensity(new Float64Array(49).fill(20_000))).toBeNull();
    expect(implausibleDensity(new Float64Array(900).fill(NaN))).toBeNull();
  });

  it('takes what comes within one month for what comes in a month', () => {
    const week = Float64Array.from({ length: 280 }, (_, i) => 20_000 + (i % 14));
    expect(implausibleDensity(week)).toBeNull();
  });
});
