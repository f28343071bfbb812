import { dayAt, type Day } from '#core/dates.ts';

/** The seller's calendar day at a moment, in the seller's own time zone. */
export function localDay(moment: number): Day {
  return dayAt(moment, new Date(moment).getTimezoneOffset());
}
