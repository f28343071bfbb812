import { describe, expect, it } from 'vitest';
import { readDates } from '#core/import/values/date-column.ts';
import { dayFromCalendar } from '#core/base/dates.ts';

const MARCH_4 = dayFromCalendar(2024, 3, 4);
const APRIL_3 = dayFromCalendar(2024, 4, 3);
const daysOf = (...cells: readonly string[]) => [...(readDates(cells) ?? ['no dates'])];

describe('readDates', () => {
  it('reads dates in any form, and an empty cell as missing', () => {
    expect(daysOf('2024-03-04', '4 March 2024', '', '2024年3月4日', '4.3.2024 10:30')).toEqual([
      ...[MARCH_4, MARCH_4, NaN, MARCH_4, MARCH_4],
    ]);
  });

  it('takes the order of the cells, else the fallback', () => {
    expect(daysOf('03/04/2024', '03/31/2024')[0]).toBe(MARCH_4);
    expect(readDates(['03/04/2024'], 'month-first')).toEqual(Float64Array.of(MARCH_4));
    expect(readDates(['03/04/2024'])).toEqual(Float64Array.of(APRIL_3));
    expect(readDates(['03/04/2024', '31/03/2024'], 'month-first')![0]).toBe(APRIL_3);
  });

  it('takes few other texts for missing dates, and many for texts', () => {
    const dates = Array.from({ length: 9 }, (_, i) => `2024-03-0${i + 1}`);
    expect(daysOf(...dates, 'open').at(-1)).toBeNaN();
    expect(daysOf(...dates.slice(1), 'open')).toEqual(['no dates']);
    expect(daysOf('')).toEqual(['no dates']);
  });

  it('takes no numbers, lists of dates or words with a year for dates', () => {
    for (const cell of ['20240304', '45355', '1709510400', '2024-03-04, 2024-05-04', 'Spring 2024'])
      expect(daysOf(cell)).toEqual(['no dates']);
  });

  it('takes placeholders for missing', () => {
    const cells = ['1900-01-01', '1970-01-01', '2099-12-31', '2024-03-04'];
    expect(daysOf(...cells)).toEqual([NaN, NaN, NaN, MARCH_4]);
    expect(daysOf(...cells.slice(0, 2))).toEqual(['no dates']);
  });
});
