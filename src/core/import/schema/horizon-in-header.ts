import { HORIZON_BOUNDS } from '#core/launch/launch-table.ts';

/** A number with a unit of time at the end of a word: "units_4w", "sales 28 days", "8周销量". */
const SPAN = /(?<![A-Za-z\d.])(\d{1,3})[\s_-]*(days?|weeks?|wks?|d|w|天|日|周|週)(?![A-Za-z\d])/i;
const WEEK = /^(?:w|周|週)/i;

/** Returns the days over which an outcome is counted, where the header of its column says so; else null. */
export function horizonInHeader(header: string): number | null {
  const [, count, unit] = SPAN.exec(header.replaceAll('_', ' ')) ?? [];
  if (count === undefined || unit === undefined) return null;
  const days = Number(count) * (WEEK.test(unit) ? 7 : 1);
  return days >= HORIZON_BOUNDS.least && days <= HORIZON_BOUNDS.most ? days : null;
}
