import { describe, expect, it } from 'vitest';
import { dayFromCalendar, isoDate, type Day } from '#core/base/dates.ts';
import { occurrences } from '#core/launch/events/event-days.ts';
import { MARKETS, type Market } from '#core/launch/events/markets.ts';
import { EVENT_IDS, type EventId } from '#core/launch/events/selling-events.ts';

const YEARS = Array.from({ length: 26 }, (_, index) => 2015 + index);
const HIJRI: readonly EventId[] = ['ramadan', 'eid-al-fitr', 'eid-al-adha'];
const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const FRIDAY = 5;

const yearOf = (day: Day) => Number(isoDate(day).slice(0, 4));
const weekdayOf = (day: Day) => (((day + 4) % 7) + 7) % 7;

function days(event: EventId, market: Market): string[] {
  return occurrences(market)
    .filter((occurrence) => occurrence.event === event)
    .map(({ from }) => isoDate(from));
}

function dayIn(year: number, event: EventId, market: Market): string | undefined {
  return days(event, market).find((day) => day.startsWith(String(year)));
}

function spanIn(year: number, event: EventId, market: Market): string[] {
  return occurrences(market)
    .filter((occurrence) => occurrence.event === event && yearOf(occurrence.from) === year)
    .map(({ from, to }) => `${isoDate(from)}/${isoDate(to)}`);
}

/** The n-th of a weekday in a month, or the last one (-1), by looking at every day. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): string {
  const all = Array.from({ length: 31 }, (_, index) => dayFromCalendar(year, month, index + 1))
    .filter((day) => Number(isoDate(day).slice(5, 7)) === month)
    .filter((day) => weekdayOf(day) === weekday);
  return isoDate(all.at(nth > 0 ? nth - 1 : nth)!);
}

/** Anonymous Gregorian algorithm (Nature, 1876; Butcher 1877; Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayFromCalendar(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

/** The days of 2015–2040 by month and day of another calendar, as ICU (Unicode) computes it. */
function icuCalendar(calendar: string): (month: string, dayOfMonth: string) => string[] {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
  });
  const found = new Map<string, string[]>();
  for (let day = dayFromCalendar(2015, 1, 1); day <= dayFromCalendar(2040, 12, 31); day++) {
    const parts = format.formatToParts(day * 86_400_000);
    const part = (type: string) => parts.find((other) => other.type === type)?.value;
    const name = `${part('month')} ${part('day')}`;
    found.set(name, [...(found.get(name) ?? []), isoDate(day)]);
  }
  return (month, dayOfMonth) => found.get(`${month} ${dayOfMonth}`) ?? [];
}

describe('every market', () => {
  it.each(MARKETS)('%s has its events in order, each once a year', (market) => {
    const all = occurrences(market);
    for (const [index, { from, to }] of all.entries()) {
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to - from).toBeLessThan(200);
      expect(from).toBeGreaterThanOrEqual(all[Math.max(0, index - 1)]!.from);
      expect(YEARS).toContain(yearOf(from));
    }
    for (const event of new Set(all.map((occurrence) => occurrence.event))) {
      if (HIJRI.includes(event)) continue;
      expect(days(event, market).map((day) => Number(day.slice(0, 4)))).toEqual(YEARS);
    }
  });

  it('has feasts of the Islamic calendar twice in one year of 33, and never passes one over', () => {
    for (const event of HIJRI) {
      expect(days(event, 'AE')).toHaveLength(YEARS.length + 1);
      expect(new Set(days(event, 'AE').map((day) => day.slice(0, 4))).size).toBe(YEARS.length);
    }
  });

  it('has only what its people buy for', () => {
    const lacks = (event: EventId, market: Market) => days(event, market).length === 0;
    expect(lacks('618', 'US')).toBe(true);
    expect(lacks('thanksgiving', 'GB')).toBe(true);
    expect(lacks('christmas', 'SA')).toBe(true);
    expect(lacks('winter', 'SG')).toBe(true);
    expect(lacks('fathers-day', 'KR')).toBe(true);
    const events = new Set(
      MARKETS.flatMap((market) => occurrences(market).map(({ event }) => event)),
    );
    expect([...events].sort()).toEqual([...EVENT_IDS].sort());
  });
});

describe('feasts that move with the moon', () => {
  it('agree with the algorithm of Easter, and what is counted from it', () => {
    for (const year of YEARS) {
      const sunday = easter(year);
      const counted = (offset: number) => isoDate(sunday + offset);
      expect(dayIn(year, 'easter', 'FR')).toBe(counted(0));
      expect(dayIn(year, 'mothers-day', 'GB')).toBe(counted(-21));
      expect(dayIn(year, 'mothers-day', 'IE')).toBe(counted(-21));
      expect(dayIn(year, 'fathers-day', 'DE')).toBe(counted(39));
      expect(dayIn(year, 'carnival', 'US')).toBe(counted(-47));
      expect(spanIn(year, 'carnival', 'DE')).toEqual([`${counted(-52)}/${counted(-47)}`]);
      expect(spanIn(year, 'carnival', 'BR')).toEqual([`${counted(-50)}/${counted(-47)}`]);
    }
  });

  it('agree with the Chinese and the Korean calendar of ICU', () => {
    // ICU puts the new moons of February 2027 (15:56 UTC) and 2030 (16:08 UTC) on the wrong side of midnight in Beijing, as folk calendars
    // do; the Hong Kong Observatory has 6 and 3 February.
    const chinese = icuCalendar('chinese');
    const korean = icuCalendar('dangi');
    const rightLunarNewYears = chinese('First Month', '1').map(
      (day) => ({ '2027-02-07': '2027-02-06', '2030-02-02': '2030-02-03' })[day] ?? day,
    );
    expect(days('lunar-new-year', 'CN')).toEqual(rightLunarNewYears);
    expect(days('lunar-new-year', 'KR')).toEqual(korean('First Month', '1'));
    expect(days('dragon-boat', 'CN')).toEqual(chinese('Fifth Month', '5'));
    expect(days('qixi', 'CN')).toEqual(chinese('Seventh Month', '7'));
    expect(days('mid-autumn', 'CN')).toEqual(chinese('Eighth Month', '15'));
    expect(days('mid-autumn', 'KR')).toEqual(korean('Eighth Month', '15'));
  });

  it('agree with the Umm al-Qura calendar of ICU until 2030, and are a day off at most later', () => {
    const ofYear = icuCalendar('islamic-umalqura');
    const published = {
      ramadan: ofYear('Ramadan', '1'),
      'eid-al-fitr': ofYear('Shawwal', '1'),
      'eid-al-adha': ofYear('Dhuʻl-Hijjah', '10'),
    };
    for (const event of ['ramadan', 'eid-al-fitr', 'eid-al-adha'] as const) {
      const ours = days(event, 'SA');
      expect(ours).toHaveLength(published[event].length);
      for (const [index, day] of published[event].entries()) {
        const daysOff = Math.abs(Date.parse(ours[index]!) - Date.parse(day)) / 86_400_000;
        expect(daysOff, day).toBeLessThanOrEqual(day < '2031' ? 0 : 1);
      }
    }
  });

  it('agree with the Hebrew calendar of ICU', () => {
    expect(days('hanukkah', 'US')).toEqual(icuCalendar('hebrew')('Kislev', '25'));
  });

  it('are where calendars of governments have them', () => {
    // Hong Kong Observatory, Gregorian–lunar calendar conversion tables.
    expect(dayIn(2023, 'lunar-new-year', 'HK')).toBe('2023-01-22');
    expect(dayIn(2024, 'lunar-new-year', 'HK')).toBe('2024-02-10');
    expect(dayIn(2025, 'lunar-new-year', 'HK')).toBe('2025-01-29');
    expect(dayIn(2023, 'mid-autumn', 'HK')).toBe('2023-09-29');
    expect(dayIn(2025, 'mid-autumn', 'HK')).toBe('2025-10-06');
    // Calendars that put a month in by the usual rule have 7 October.
    expect(dayIn(2033, 'mid-autumn', 'HK')).toBe('2033-09-08');
    // Korea Astronomy and Space Science Institute: the moon is new after midnight in Seoul, before it in Beijing.
    expect(dayIn(2027, 'lunar-new-year', 'KR')).toBe('2027-02-07');
    expect(dayIn(2027, 'lunar-new-year', 'CN')).toBe('2027-02-06');
    // The Saudi Press Agency's announcements.
    expect(dayIn(2023, 'eid-al-fitr', 'SA')).toBe('2023-04-21');
    expect(dayIn(2024, 'eid-al-fitr', 'SA')).toBe('2024-04-10');
    expect(dayIn(2024, 'eid-al-adha', 'SA')).toBe('2024-06-16');
    expect(spanIn(2024, 'ramadan', 'SA')).toEqual(['2024-03-11/2024-04-09']);
    expect(dayIn(2024, 'diwali', 'IN')).toBe('2024-10-31');
    expect(dayIn(2018, 'diwali', 'IN')).toBe('2018-11-07');
    expect(dayIn(2018, 'diwali', 'SG')).toBe('2018-11-06');
  });
});

describe('days that shops have set', () => {
  it('has Mother’s Day by country', () => {
    const second: Market[] = ['US', 'CA', 'DE', 'AT', 'CH', 'IT', 'NL', 'BE', 'DK', 'AU', 'NZ'];
    second.push('CN', 'TW', 'HK', 'SG', 'MY', 'JP', 'IN', 'BR', 'ZA');
    for (const year of YEARS) {
      for (const market of second)
        expect(dayIn(year, 'mothers-day', market), market).toBe(nthWeekday(year, 5, SUNDAY, 2));
      expect(dayIn(year, 'mothers-day', 'ES')).toBe(nthWeekday(year, 5, SUNDAY, 1));
      expect(dayIn(year, 'mothers-day', 'SE')).toBe(nthWeekday(year, 5, SUNDAY, -1));
      expect(dayIn(year, 'mothers-day', 'PL')).toBe(`${year}-05-26`);
      expect(dayIn(year, 'mothers-day', 'MX')).toBe(`${year}-05-10`);
      expect(dayIn(year, 'mothers-day', 'KR')).toBe(`${year}-05-08`);
      expect(dayIn(year, 'mothers-day', 'AE')).toBe(`${year}-03-21`);
      expect(dayIn(year, 'mothers-day', 'SA')).toBe(`${year}-03-21`);
      // Code de l'action sociale et des familles, D215-1: the first Sunday of June where the last of May is Pentecost.
      const last = nthWeekday(year, 5, SUNDAY, -1);
      const isPentecost = last === isoDate(easter(year) + 49);
      const french = isPentecost ? nthWeekday(year, 6, SUNDAY, 1) : last;
      expect(dayIn(year, 'mothers-day', 'FR')).toBe(french);
    }
    expect(dayIn(2020, 'mothers-day', 'FR')).toBe('2020-06-07');
    expect(dayIn(2024, 'mothers-day', 'FR')).toBe('2024-05-26');
  });

  it('has Father’s Day by country', () => {
    const third: Market[] = ['US', 'CA', 'GB', 'IE', 'NL', 'FR', 'CN', 'HK', 'SG', 'JP', 'IN'];
    for (const year of YEARS) {
      for (const market of [...third, 'MY', 'MX', 'ZA'] as const)
        expect(dayIn(year, 'fathers-day', market), market).toBe(nthWeekday(year, 6, SUNDAY, 3));
      expect(dayIn(year, 'fathers-day', 'BE')).toBe(nthWeekday(year, 6, SUNDAY, 2));
      expect(dayIn(year, 'fathers-day', 'CH')).toBe(nthWeekday(year, 6, SUNDAY, 1));
      expect(dayIn(year, 'fathers-day', 'AU')).toBe(nthWeekday(year, 9, SUNDAY, 1));
      expect(dayIn(year, 'fathers-day', 'NZ')).toBe(nthWeekday(year, 9, SUNDAY, 1));
      expect(dayIn(year, 'fathers-day', 'BR')).toBe(nthWeekday(year, 8, SUNDAY, 2));
      expect(dayIn(year, 'fathers-day', 'SE')).toBe(nthWeekday(year, 11, SUNDAY, 2));
      expect(dayIn(year, 'fathers-day', 'TW')).toBe(`${year}-08-08`);
      expect(dayIn(year, 'fathers-day', 'IT')).toBe(`${year}-03-19`);
      expect(dayIn(year, 'fathers-day', 'PL')).toBe(`${year}-06-23`);
    }
  });

  it('has Thanksgiving in both countries, and Black Friday to Cyber Monday after the American one', () => {
    for (const year of YEARS) {
      const thanksgiving = nthWeekday(year, 11, THURSDAY, 4);
      expect(dayIn(year, 'thanksgiving', 'US')).toBe(thanksgiving);
      expect(dayIn(year, 'thanksgiving', 'CA')).toBe(nthWeekday(year, 10, MONDAY, 2));
      const friday = Date.parse(thanksgiving) / 86_400_000 + 1;
      expect(weekdayOf(friday)).toBe(FRIDAY);
      const sale = [`${isoDate(friday)}/${isoDate(friday + 3)}`];
      for (const market of ['US', 'GB', 'BR', 'PL'] as const)
        expect(spanIn(year, 'black-friday', market)).toEqual(sale);
    }
    expect(dayIn(2024, 'black-friday', 'US')).toBe('2024-11-29');
  });

  it('has the same days every year where they do not move', () => {
    for (const year of YEARS) {
      expect(dayIn(year, 'singles-day', 'SG')).toBe(`${year}-11-11`);
      expect(dayIn(year, 'christmas', 'US')).toBe(`${year}-12-25`);
      expect(dayIn(year, 'valentine', 'JP')).toBe(`${year}-02-14`);
      expect(dayIn(year, 'valentine', 'BR')).toBe(`${year}-06-12`);
    }
    // King's Day comes a day earlier where it would be a Sunday.
    expect(dayIn(2025, 'national-day', 'NL')).toBe('2025-04-26');
    expect(dayIn(2026, 'national-day', 'NL')).toBe('2026-04-27');
  });
});

describe('sales of shops in China', () => {
  it('last from their presale to their last day', () => {
    expect(spanIn(2019, '618', 'CN')).toEqual(['2019-06-01/2019-06-20']);
    expect(spanIn(2024, '618', 'CN')).toEqual(['2024-05-20/2024-06-20']);
    expect(spanIn(2023, 'singles-day', 'CN')).toEqual(['2023-10-24/2023-11-11']);
    expect(spanIn(2024, 'womens-day', 'CN')).toEqual(['2024-03-01/2024-03-08']);
    expect(spanIn(2024, 'shuangdan', 'CN')).toEqual(['2024-12-20/2025-01-03']);
    for (const year of YEARS) {
      expect(spanIn(year, '618', 'CN')[0]).toMatch(/-06-20$/);
      expect(spanIn(year, 'singles-day', 'CN')[0]).toMatch(/-11-11$/);
    }
  });

  it('are over before parcels rest for the New Year', () => {
    expect(dayIn(2025, 'lunar-new-year', 'CN')).toBe('2025-01-29');
    expect(spanIn(2025, 'new-year-goods', 'CN')).toEqual(['2025-01-09/2025-01-21']);
  });
});

describe('seasons', () => {
  it('are turned round in the south', () => {
    expect(spanIn(2023, 'summer', 'US')).toEqual(['2023-06-01/2023-08-31']);
    expect(spanIn(2023, 'winter', 'AU')).toEqual(['2023-06-01/2023-08-31']);
    expect(spanIn(2023, 'summer', 'AU')).toEqual(['2023-12-01/2024-02-29']);
    expect(spanIn(2023, 'winter', 'US')).toEqual(['2023-12-01/2024-02-29']);
    expect(spanIn(2024, 'winter', 'US')).toEqual(['2024-12-01/2025-02-28']);
    expect(spanIn(2023, 'spring', 'NZ')).toEqual(['2023-09-01/2023-11-30']);
    expect(spanIn(2023, 'wedding-season', 'ZA')).toEqual(['2023-10-01/2024-03-31']);
  });

  it('of schools begin when schools do', () => {
    const begins = (market: Market) => dayIn(2026, 'back-to-school', market)?.slice(5, 7);
    expect((['JP', 'KR', 'CN', 'AU', 'BR', 'IN', 'GB', 'US'] as const).map(begins)).toEqual(
      '04 03 09 01 01 04 09 08'.split(' '),
    );
  });
});
