import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { MARKETS } from '#core/launch/events/markets.ts';
import { EVENT_IDS } from '#core/launch/events/selling-events.ts';
import { generatedFile, generateEvents } from '#workers/build/events/build-events.js';
import { deepavaliDay, diwaliDay } from '#workers/build/events/diwali-days.js';
import { EVENT_RULES } from '#workers/build/events/event-rules.js';
import { filesIn } from '#workers/build/site-files.js';

/** Most that the table may add to what a browser loads. */
const MOST_BYTES = 12_000;

const root = join(import.meta.dirname, '../../../..');
const written = readFileSync(generatedFile, 'utf8');

it('writes the table that the app has', { tags: ['whole'] }, async () => {
  expect(await generateEvents()).toBe(written);
});

it('writes a small table', () => {
  expect(gzipSync(written, { level: 9 }).length).toBeLessThan(MOST_BYTES);
});

it('says where the days come from, in the table and in the built site', () => {
  const installed = JSON.parse(
    readFileSync(join(root, 'node_modules/date-holidays/package.json'), 'utf8'),
  ) as { version: string };
  const notice = readFileSync(join(root, 'static/selling-events.notice.txt'), 'utf8');
  expect(notice).toContain(`date-holidays ${installed.version}`);
  for (const text of [written, notice]) {
    expect(text).toContain('https://github.com/commenthol/date-holidays');
    expect(text).toContain('https://creativecommons.org/licenses/by-sa/3.0/');
  }
});

it('gives each market one rule of an event, and knows no other markets', () => {
  expect(Object.keys(EVENT_RULES).sort()).toEqual([...EVENT_IDS].sort());
  for (const [event, rules] of Object.entries(EVENT_RULES)) {
    const markets = rules.flatMap((rule) => rule.markets.split(' '));
    expect(new Set(markets).size, event).toBe(markets.length);
    expect(markets.filter((market) => !MARKETS.some((known) => known === market))).toEqual([]);
  }
});

it('computes with packages that the app itself never imports', () => {
  const folder = join(root, 'src');
  const importing = filesIn(folder).filter((path) =>
    /\bfrom '(date-holidays|astronomia)/.test(readFileSync(join(folder, path), 'utf8')),
  );
  expect(importing).toEqual([]);
});

describe('Diwali', () => {
  // The central government's lists of holidays (Department of Personnel and Training, India), 2013–2026.
  const gazetted =
    '2013-11-03 2014-10-23 2015-11-11 2016-10-30 2017-10-19 2018-11-07 2019-10-27 2020-11-14 2021-11-04 2022-10-24 2023-11-12 2024-10-31 2025-10-20 2026-11-08';

  it('is on the days that India kept', () => {
    for (const day of gazetted.split(' ')) expect(diwaliDay(Number(day.slice(0, 4)))).toBe(day);
  });

  it('is on the days that a calendar of years to come expects', () => {
    // https://www.theholidayspot.com/diwali/calendar.htm, 2027–2040. It has 17 October 2039, when a month is put in: the sun is at 179.9° of
    // the Indian zodiac at that new moon and enters Libra, at 180°, hours later, so that Diwali comes with the next.
    const expected =
      '2027-10-29 2028-10-17 2029-11-05 2030-10-26 2031-11-14 2032-11-02 2033-10-22 2034-11-10 2035-10-30 2036-10-19 2037-11-07 2038-10-27 2040-11-04';
    for (const day of expected.split(' ')) expect(diwaliDay(Number(day.slice(0, 4)))).toBe(day);
    expect(diwaliDay(2039)).toBe('2039-11-15');
  });

  it('is kept in Singapore on the days that its government announced', () => {
    const calendar = new Holidays('SG', { languages: ['en'] });
    for (let year = 2015; year <= 2027; year++) {
      const [day] = calendar.getHolidays(year).filter(({ name }) => name === 'Deepavali');
      // The list has no more than the Monday off of 2023, for Sunday, 12 November.
      const announced = year === 2023 ? '2023-11-12' : day?.date.slice(0, 10);
      expect(deepavaliDay(year)).toBe(announced);
    }
  });
});
