// All-day events as an iCalendar file (RFC 5545): lines end with CRLF and are folded at 75 bytes of UTF-8.

import { isoDate, type Day } from '../dates.ts';

export interface CalendarEvent {
  /** The same in every file for the same thing, so that a later file changes the event instead of adding another. */
  readonly uid: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
}

interface Revision {
  /** Moment in milliseconds since 1970 at which the file is made. */
  readonly madeAt: number;
  /** Grows with every change of the events: calendar programs keep the highest. */
  readonly sequence: number;
}

const MOST_BYTES = 75;

/** A calendar needs at least one event. */
export function writeCalendar(events: readonly CalendarEvent[], revision: Revision): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Debut//Launch plans//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => eventLines(event, revision)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(
  { uid, day, summary, description }: CalendarEvent,
  { madeAt, sequence }: Revision,
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${new Date(madeAt).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    // The end is the first day that no longer belongs to it.
    `DTEND;VALUE=DATE:${dateOf(day + 1)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function dateOf(day: Day): string {
  return isoDate(day).replaceAll('-', '');
}

/** TEXT may hold no control character but the tab; a line break is written as two characters. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replace(/\r\n|[\r\n]/g, String.raw`\n`)
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** A line that is too long goes on in the next, after a space; no character is torn apart. */
function folded(line: string): string {
  let text = '';
  let bytes = 0;
  for (const character of line) {
    const own = bytesOf(character);
    if (bytes + own > MOST_BYTES) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += own;
  }
  return text;
}

/** In UTF-8. */
function bytesOf(character: string): number {
  const point = character.codePointAt(0)!;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
