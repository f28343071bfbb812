import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { writeCalendar, type CalendarEvent } from '#core/files/calendar/write-ics.ts';
import { dayFromCalendar } from '#core/base/dates.ts';

const revision = { madeAt: Date.UTC(2026, 1, 2, 9, 30, 5, 678), sequence: 7 };
const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'launch-1-0012@debut',
  day: dayFromCalendar(2027, 12, 31),
  summary: 'Launch: mug',
  description: 'On Own store',
  ...change,
});
const written = (change: Partial<CalendarEvent>) => writeCalendar([event(change)], revision);
const readBack = (file: string) =>
  new ICAL.Component(ICAL.parse(file) as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
const bytesOf = (line: string) => new TextEncoder().encode(line).length;

/** Anything that a title can be: other scripts, emoji, control characters, separators of the format itself. */
const special = fc.constantFrom('\\', ';', ',', ':', '"', '\n', '\r\n', '\r', '\t', ' ', '\u0007');
const anyText = fc
  .array(fc.oneof(special, fc.string({ unit: 'binary' }), fc.constantFrom('红色马克杯', '👩🏽‍🍳', 'é')))
  .map((parts) => parts.join(''));
/** The format has one line break and no control characters. */
const kept = (text: string) => text.replace(/\r\n|\r/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');

describe('a calendar file', () => {
  it('holds whole days that do not keep the seller busy', () => {
    const [read] = readBack(written({}));
    expect(read!.startDate.toString()).toBe('2027-12-31');
    expect(read!.endDate.toString()).toBe('2028-01-01');
    expect(read!.startDate.isDate).toBe(true);
    expect(read!.sequence).toBe(7);
    expect(read!.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(String(read!.component.getFirstPropertyValue('dtstamp'))).toBe('2026-02-02T09:30:05Z');
  });

  it('names its version and the program that made it', () => {
    const calendar = new ICAL.Component(ICAL.parse(written({})) as unknown[]);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Debut//Launch plans//EN');
  });

  it('is read back by an independent parser with every text as it was', () => {
    fc.assert(
      fc.property(anyText, anyText, (summary, description) => {
        const [read] = readBack(written({ summary, description }));
        expect(read!.summary).toBe(kept(summary));
        expect(read!.description).toBe(kept(description));
      }),
    );
  });

  it('has one alarm in each event that is valid line by line', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (summaries) => {
        const file = writeCalendar(
          summaries.map((summary, i) => event({ uid: `${i}@debut`, summary })),
          revision,
        );
        const alarms = alarmsOf(file);
        expect(alarms).toHaveLength(summaries.length);
        alarms.forEach((lines, i) => {
          // RFC 5545, 3.6.6: a DISPLAY alarm has an action, a description and a trigger, each once.
          expect(lines.map(([name]) => name)).toEqual(['ACTION', 'DESCRIPTION', 'TRIGGER']);
          expect(lines[0]![1]).toBe('DISPLAY');
          expect(unescaped(lines[1]![1])).toBe(kept(summaries[i]!));
          // 3.3.6 and 3.8.6.3: a duration from the start of the event, here before the day is over.
          expect(lines[2]![1]).toMatch(/^PT([0-9]|1[0-9]|2[0-3])H$/);
        });
      }),
    );
  });

  it('has lines of 75 bytes at most, each ended by CRLF, and tears no character', () => {
    fc.assert(
      fc.property(anyText, anyText, (uid, summary) => {
        const lines = written({ uid, summary }).split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.join('')).not.toMatch(/[\r\n]/);
        for (const line of lines) {
          expect(bytesOf(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('fills a folded line before it begins the next', () => {
    const lines = written({ summary: 'x'.repeat(200) }).split('\r\n');
    const start = lines.findIndex((line) => line.startsWith('SUMMARY:'));
    expect(lines.slice(start, start + 3).map(bytesOf)).toEqual([75, 75, 60]);
  });

  it('keeps its events in order', () => {
    const file = writeCalendar([event({ uid: 'b' }), event({ uid: 'a' })], revision);
    expect(readBack(file).map(({ uid }) => uid)).toEqual(['b', 'a']);
  });
});

/** Reads the file line by line as RFC 5545 says: unfolds, splits name and value, and follows BEGIN and END. */
function alarmsOf(file: string): (readonly [name: string, value: string])[][] {
  const open: string[] = [];
  const alarms: (readonly [string, string])[][] = [];
  for (const line of file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/su.exec(line) ?? [];
    expect(name).not.toBe('');
    if (name === 'BEGIN') {
      open.push(value);
      if (value !== 'VALARM') continue;
      expect(open).toEqual(['VCALENDAR', 'VEVENT', 'VALARM']);
      alarms.push([]);
    } else if (name === 'END') expect(open.pop()).toBe(value);
    else if (open.at(-1) === 'VALARM') alarms.at(-1)!.push([name, value]);
  }
  expect(open).toEqual([]);
  return alarms;
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,n])/gu, (_, character: string) =>
    character === 'n' ? '\n' : character,
  );
}
