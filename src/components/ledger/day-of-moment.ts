import { dayAt, type Day } from '#core/dates.ts';

/** The seller's calendar day at a moment. */
export function dayOfMoment(epochMs: number): Day {
  return dayAt(epochMs, new Date(epochMs).getTimezoneOffset());
}
