// Turns dates about a product, such as "designed on", into days before its launch: numbers like any other. A date
// itself says little more than when the launch was, and all dates of new products lie beyond those of past ones.

import { codedColumn, type CodedColumn } from '../csv/coded-column.ts';
import { dayReader, isPlaceholder, readDates } from '../values/date-column.ts';
import type { DateOrder } from '../values/read-date.ts';
import { DAYS_BEFORE } from '../values/read-measure.ts';
import type { Day } from '#core/base/dates.ts';

/** Launch days of the rows; NaN where not known. */
export interface LaunchDays {
  readonly days: Float64Array;
  /** Order of day and month of the launch dates; null where there are none. */
  readonly order: DateOrder | null;
}

/** Returns the dates of a column as days before launch, '' where one is missing; null where it holds no dates. */
export function daysBeforeLaunch(
  { texts, codes }: CodedColumn,
  launch: LaunchDays,
): CodedColumn | null {
  const dates = readDates(texts, launch.order);
  if (!dates) return null;
  return codedColumn(Array.from(codes, (code, row) => daysBefore(dates[code]!, launch.days[row]!)));
}

/**
 * Returns the texts with dates as days before launch, '' where the launch day is not known or the date stands for none;
 * other texts stay.
 */
export function datesAsDays(texts: readonly string[], launch: LaunchDays): string[] {
  const dayIn = dayReader(texts, launch.order);
  return texts.map((text, row) => {
    const day = dayIn(text);
    if (Number.isNaN(day)) return text;
    return isPlaceholder(day) ? '' : daysBefore(day, launch.days[row]!);
  });
}

function daysBefore(day: Day, launchDay: Day): string {
  const days = launchDay - day;
  return Number.isNaN(days) ? '' : `${days} ${DAYS_BEFORE}`;
}
