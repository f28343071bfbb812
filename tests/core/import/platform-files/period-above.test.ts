import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { periodAbove } from '#core/import/platform-files/period-above.ts';

const july = (from: number, until: number) => ({
  from: dayFromCalendar(2026, 7, from),
  until: dayFromCalendar(2026, 7, until),
});

describe('periodAbove', () => {
  it.each([
    ['01/07/2026 - 31/07/2026', july(1, 31)],
    ['07/01/2026 – 07/31/2026', july(1, 31)],
    ['2026-07-03 ~ 2026-07-09', july(3, 9)],
    ['2026-07-03至2026-07-09', july(3, 9)],
    ['1 July 2026 to 31 July 2026', july(1, 31)],
    ['July 5, 2026 - July 6, 2026', july(5, 6)],
    ['01.07.2026 bis 31.07.2026', july(1, 31)],
  ])('is the days of "%s"', (cell, days) => {
    expect(periodAbove([['Ads report'], ['Period', cell, ''], []])).toEqual(days);
  });

  it('is none where no cell names two days, in this order', () => {
    const cells = ['Created', '05/10/2026 22:10', '2026-07-01', '31/07/2026 - 01/07/2026', 'A - B'];
    expect(periodAbove([cells])).toBeNull();
    expect(periodAbove([])).toBeNull();
  });

  it('is none where lines name two, such as one to compare with', () => {
    const now = '01/07/2026 - 31/07/2026';
    expect(periodAbove([[now], [now]])).toEqual(july(1, 31));
    expect(periodAbove([[now], ['01/06/2026 - 30/06/2026']])).toBeNull();
  });
});
