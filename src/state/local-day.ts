import type { Day } from '#core/dates.ts';

const DAY_MS = 86_400_000;

/** The seller's calendar day at a moment, in the seller's own time zone. */
export function localDay(epochMs: number): Day {
  const offsetMs = new Date(epochMs).getTimezoneOffset() * 60_000;
  return Math.floor((epochMs - offsetMs) / DAY_MS);
}
