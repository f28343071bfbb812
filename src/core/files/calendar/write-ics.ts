// Writes all-day events as an iCalendar file (RFC 5545): lines end with CRLF and are folded at 75 bytes of UTF-8. Each
// event reminds of itself on its morning.

import { isoDate, type Day } from '#core/base/dates.ts';

export interface CalendarEvent {
  /** Stable for each event across files, so that a later file updates the event instead of adding another. */
  readonly uid: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
}

interface Revision {
  /** Time at which the file is made, in milliseconds since 1970. */
  readonly madeAt: number;
  /** Grows with every change of the events: calendar programs keep the highest. */
  readonly sequence: number;
}

const MOST_BYTES = 75;
/** Time after the start of the day, which is midnight where the calendar is kept: 9 in the morning. */
const REMINDER = 'PT9H';

/** Returns the text of an iCalendar file. The format requires at least one event. */
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
    // The end is exclusive.
    `DTEND;VALUE=DATE:${dateOf(day + 1)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    `TRIGGER:${REMINDER}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

function dateOf(day: Day): string {
  return isoDate(day).replaceAll('-', '');
}

/**
 * Escapes a TEXT value: control characters other than the tab are removed, and a line break is written as two
 * characters.
 */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replace(/\r\n|[\r\n]/g, String.raw`\n`)
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** Folds a long line: it continues on the next line after a space, and characters are never split. */
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

/** Returns the character's length in UTF-8. */
function bytesOf(character: string): number {
  const point = character.codePointAt(0)!;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
