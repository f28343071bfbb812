import { dayAt, type Day } from '#core/base/dates.ts';

/** Returns the calendar day of a moment in the seller's own time zone. */
export function localDay(epochMs: number): Day {
  return dayAt(epochMs, new Date(epochMs).getTimezoneOffset());
}
