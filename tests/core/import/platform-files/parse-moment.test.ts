import { describe, expect, it } from 'vitest';
import { readTimeOfDay, parseMoment } from '#core/import/platform-files/parse-moment.ts';

const clock = (hours: number, minutes: number, seconds = 0) =>
  hours * 3600 + minutes * 60 + seconds;

describe('parseMoment', () => {
  it.each([
    ['2024-05-01 10:00:05 -0400', '2024-05-01', clock(10, 0, 5), -240],
    ['2024-05-01T10:00:05.120Z', '2024-05-01', clock(10, 0, 5), 0],
    ['2024-05-01T10:00:05+05:30', '2024-05-01', clock(10, 0, 5), 330],
    ['05/01/2024 22:07', '05/01/2024', clock(22, 7), null],
    ['May 1, 2024 12:05:07 a.m. PDT', 'May 1, 2024', clock(0, 5, 7), -420],
    ['May 1, 2024 12:05 PM', 'May 1, 2024', clock(12, 5), null],
    ['2024年5月1日 下午1:05', '2024年5月1日', clock(13, 5), null],
    ['1 mai 2024, 09:30 GMT+2', '1 mai 2024', clock(9, 30), 120],
    ['20240501T235900Z', '20240501', clock(23, 59), 0],
    ['45413.5', '45413', clock(12, 0), null],
    ['1714557600', '1714557600', clock(10, 0), 0],
    ['1714557600000', '1714557600000', clock(10, 0), 0],
  ])('takes %s apart', (text, datePart, seconds, offset) => {
    expect(parseMoment(text)).toEqual({ datePart, seconds, hasTime: true, offset });
  });

  it.each(['2024-05-01', '1. Mai 2024', '45413', 'soon', ''])('finds no time in "%s"', (text) => {
    expect(parseMoment(text)).toEqual({
      ...{ datePart: text, seconds: 0, hasTime: false, offset: null },
    });
  });

  it('keeps the day of a time that no clock shows', () => {
    expect(parseMoment('2024-05-01 25:10:00')).toMatchObject({
      ...{ datePart: '2024-05-01', hasTime: false },
    });
  });

  it('takes a zone that no place has for none', () => {
    expect(parseMoment('2024-05-01 10:00 +99:00').offset).toBeNull();
    expect(parseMoment('2024-05-01 10:00 XYZ').offset).toBeNull();
  });
});

it('reads a time alone', () => {
  expect(readTimeOfDay('18:26:05')).toBe(clock(18, 26, 5));
  expect(readTimeOfDay('6:05 pm')).toBe(clock(18, 5));
  expect(readTimeOfDay('noon')).toBeNaN();
});
