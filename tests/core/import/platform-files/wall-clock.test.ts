import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, type DateOrder } from '#core/import/values/read-date.ts';
import { timesOfDay, wallClocks } from '#core/import/platform-files/wall-clock.ts';

const DAY_MS = 86_400_000;

/** "2024-03-01 12:00:00", or null where there is no moment. */
function wallClock(
  text: string,
  dateOrder: DateOrder | null = 'day-first',
  timeZone: string | null = null,
): string | null {
  const [moment] = wallClocks([text], { dateOrder, timeZone });
  if (Number.isNaN(moment)) return null;
  return new Date(Math.round(moment! * 86_400) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

const AS_WRITTEN: [written: string, gives: string, order?: DateOrder][] = [
  ['2024-03-01 12:00:00 +0200', '2024-03-01 12:00:00'],
  ['2017-06-17T08:04:21+00:00', '2017-06-17 08:04:21'],
  ['2017-06-17T08:04:21Z', '2017-06-17 08:04:21'],
  ['2017-06-17T08:04:21.123Z', '2017-06-17 08:04:21'],
  ['Sep 4, 2026 1:05:07 AM PDT', '2026-09-04 01:05:07'],
  ['Sep 4, 2026 12:05:07 AM PDT', '2026-09-04 00:05:07'],
  ['Sep 4, 2026 12:05:07 PM PDT', '2026-09-04 12:05:07'],
  ['4 sept. 2026 11:05 p. m.', '2026-09-04 23:05:00'],
  ['2013-01-07 07:35:42 PST', '2013-01-07 07:35:42'],
  ['08/07/2016 10:12:40 BST', '2016-07-08 10:12:40'],
  ['Jul-21-25', '2025-07-21 00:00:00'],
  ['10-Dez-25', '2025-12-10 00:00:00'],
  ['12/1/2010 8:26', '2010-12-01 08:26:00', 'month-first'],
  ['2010-12-01 08:26:00', '2010-12-01 08:26:00'],
  ['2024年3月8日 下午1:05', '2024-03-08 13:05:00'],
  ['2024年3月8日上午12:05', '2024-03-08 00:05:00'],
  ['2024/3/8 午後 1:05', '2024-03-08 13:05:00'],
  ['2024年3月8日18时26分05秒', '2024-03-08 18:26:05'],
  ['2024-03-08 下午13:05', '2024-03-08 13:05:00'],
  ['２０２４年３月８日 １０：０５', '2024-03-08 10:05:00'],
  ['1709856000', '2024-03-08 00:00:00'],
  ['1709899199000', '2024-03-08 11:59:59'],
  ['45359.75', '2024-03-08 18:00:00'],
  ['45359', '2024-03-08 00:00:00'],
  ['20240308T235900Z', '2024-03-08 23:59:00'],
  ['08.03.2024, 10:12 Uhr', '2024-03-08 10:12:00'],
  ['08.03.2024 10:12:13 UTC', '2024-03-08 10:12:13'],
  ['2024-03-08+01:00', '2024-03-08 00:00:00'],
  ['2024-03-08 25:00:00', '2024-03-08 00:00:00'],
  ['="2024-03-08 10:12:13"', '2024-03-08 10:12:13'],
  ['\t2024-03-08 10:12:13', '2024-03-08 10:12:13'],
];

const IN_BERLIN: [written: string, gives: string][] = [
  ['2017-06-17T08:04:21+00:00', '2017-06-17 10:04:21'],
  ['2017-12-31T23:30:00Z', '2018-01-01 00:30:00'],
  ['2024-03-31 00:59:59 UTC', '2024-03-31 01:59:59'],
  ['2024-03-31 01:00:00 UTC', '2024-03-31 03:00:00'],
  ['2024-10-27T00:59:59Z', '2024-10-27 02:59:59'],
  ['2024-10-27T01:00:00Z', '2024-10-27 02:00:00'],
  ['Sep 4, 2026 1:05:07 AM PDT', '2026-09-04 10:05:07'],
  ['Sep 4, 2026 1:05:07 AM GMT-7', '2026-09-04 10:05:07'],
  ['2013-01-07 07:35:42 PST', '2013-01-07 16:35:42'],
  ['08/07/2016 10:12:40 BST', '2016-07-08 11:12:40'],
  ['05-Sep-2026 02:00:00 IST', '2026-09-04 22:30:00'],
  ['2024-03-01 12:00:00 +0530', '2024-03-01 07:30:00'],
  ['1709856000', '2024-03-08 01:00:00'],
  ['2024-03-01 12:00:00', '2024-03-01 12:00:00'],
  ['2024-03-01', '2024-03-01 00:00:00'],
  ['2024-03-01 12:00:00 XYZ', '2024-03-01 12:00:00'],
];

describe('wallClocks', () => {
  it.each(AS_WRITTEN)('reads %s as written: %s', (written, gives, order = 'day-first') => {
    expect(wallClock(written, order)).toBe(gives);
  });

  it.each(IN_BERLIN)('moves %s to the clock of Berlin: %s', (written, gives) => {
    expect(wallClock(written, 'day-first', 'Europe/Berlin')).toBe(gives);
  });

  it.each(['', '-', 'soon', '12:30', '31/02/2024 10:00', '12345'])(
    'finds no moment in "%s"',
    (text) => {
      expect(wallClock(text)).toBeNull();
      expect(wallClock(text, 'day-first', 'Asia/Shanghai')).toBeNull();
    },
  );

  it.each(AS_WRITTEN)('finds the same day in %s as where only the day is read', (written) => {
    expect(Math.floor(wallClocks([written], { dateOrder: 'day-first', timeZone: null })[0]!)).toBe(
      readDate(written, 'day-first'),
    );
  });

  it('finds out by itself whether the day or the month comes first, from all texts together', () => {
    const texts = ['03/04/2024 10:00', '03/25/2024 11:00'];
    const [first] = wallClocks(texts, { dateOrder: null, timeZone: null });
    expect(Math.floor(first!)).toBe(readDate('2024-03-04', 'day-first'));
  });

  it('does not know a zone that is none', () => {
    expect(() => wallClocks(['2024-03-01'], { dateOrder: null, timeZone: 'Mars/Base' })).toThrow(
      RangeError,
    );
  });

  it('shows any moment, written with any offset, as the clock of any zone does', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];
    const moment = fc.record({
      seconds: fc.integer({ min: 0, max: 2_500_000_000 }),
      zone: fc.constantFrom(...zones, 'America/Sao_Paulo', 'Pacific/Chatham', 'Asia/Shanghai'),
      offsetQuarters: fc.integer({ min: -48, max: 56 }),
    });
    fc.assert(
      fc.property(moment, ({ seconds, zone, offsetQuarters }) => {
        const written = new Date(seconds * 1000 + offsetQuarters * 900_000);
        const text = `${written.toISOString().slice(0, 19)}${offsetText(offsetQuarters * 15)}`;
        const shown = new Date(seconds * 1000).toLocaleString('sv-SE', { timeZone: zone });
        expect(wallClock(text, null, zone)).toBe(shown);
        expect(wallClock(text)).toBe(written.toISOString().slice(0, 19).replace('T', ' '));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps whole seconds apart', () => {
    const texts = Array.from(
      { length: 60 },
      (_, s) => `2024-03-01 12:00:${String(s).padStart(2, '0')}`,
    );
    const moments = wallClocks(texts, { dateOrder: null, timeZone: null });
    const ms = Array.from(moments, (moment) => Math.round(moment * DAY_MS));
    expect(ms.map((each) => each - ms[0]!)).toEqual(texts.map((_, s) => s * 1000));
  });
});

describe('timesOfDay', () => {
  it('reads times that stand alone', () => {
    expect([...timesOfDay(['06:00:00', '6:00 PM', '下午6:00', '', 'noon'])]).toEqual([
      ...[0.25, 0.75, 0.75, NaN, NaN],
    ]);
  });
});

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}
