import { dayAt, type Day } from '#core/base/dates.ts';

/** Returns the seller's calendar day at a moment, in the time zone of this device. */
export function localDay(moment: number): Day {
  return dayAt(moment, new Date(moment).getTimezoneOffset());
}
