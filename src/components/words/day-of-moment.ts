import { dayAt, type Day } from '#core/base/dates.ts';

/** Returns the calendar day of a moment in the seller's time zone. */
export function dayOfMoment(epochMs: number): Day {
  return dayAt(epochMs, new Date(epochMs).getTimezoneOffset());
}
