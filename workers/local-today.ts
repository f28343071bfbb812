import { dayAt, type Day } from '#core/dates.ts';

/** The seller's calendar day now, in the seller's own time zone. */
export function localToday(): Day {
  const now = Date.now();
  return dayAt(now, new Date(now).getTimezoneOffset());
}
