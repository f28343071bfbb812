import { numbersAt, type CodedColumn } from '../csv/coded-column.ts';
import type { DateOrder } from '../values/read-date.ts';
import { wallClocks } from './wall-clock.ts';

interface ReportPeriods {
  readonly from: Float64Array;
  readonly until: Float64Array;
}

/** Returns the first and last day of each row. A row with only a first day is about that day. */
export function periodsOf(
  from: CodedColumn,
  until: CodedColumn,
  dateOrder: DateOrder | null,
): ReportPeriods {
  const first = daysOf(from, dateOrder);
  const last = daysOf(until, dateOrder);
  return { from: first, until: last.map((day, row) => (Number.isNaN(day) ? first[row]! : day)) };
}

function daysOf({ texts, codes }: CodedColumn, dateOrder: DateOrder | null): Float64Array {
  const days = wallClocks(texts, { dateOrder, timeZone: null }).map(Math.floor);
  return numbersAt(days, codes);
}
