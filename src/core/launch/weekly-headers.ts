// Reads units of each week since launch. They are twelve columns of one meaning, so they are not fields; their headers
// name the week.

import { foldedHeader } from '../base/text/folded-header.ts';

/** Number of weeks since launch whose units are kept. */
export const WEEKS = 12;
const LEAST_COLUMNS = 2;
const NAMES = [
  /^units? (?:in )?(?:week|wk|w) ?(\d{1,2})$/,
  /^(?:week|wk|w) ?(\d{1,2}) units?$/,
  /^第 ?(\d{1,2}) ?周(?:销量|件数)$/,
];

/** Returns the header that Debut writes for the units of a week, counted from 1. */
export function weeklyHeader(week: number): string {
  return `units_week_${week}`;
}

/** Returns the header of each week, by week from 1. Empty unless the first week and at least one other are found. */
export function weeklyHeaders(headers: readonly string[]): ReadonlyMap<number, string> {
  const byWeek = new Map<number, string>();
  for (const header of headers) {
    const week = weekOf(header);
    if (week >= 1 && week <= WEEKS && !byWeek.has(week)) byWeek.set(week, header);
  }
  return byWeek.has(1) && byWeek.size >= LEAST_COLUMNS ? byWeek : new Map();
}

function weekOf(header: string): number {
  const name = foldedHeader(header);
  const found = NAMES.map((pattern) => pattern.exec(name)?.[1]).find((week) => week !== undefined);
  return Number(found ?? NaN);
}
