import { finite } from '../statistics.ts';
import type { ExportProblem } from './export-problem.ts';
import type { OrderLines } from './order-lines.ts';

/** Records shorter than what is counted of a launch hold no outcome of any. */
export function shortRecords(lines: OrderLines | null, horizonDays: number): ExportProblem[] {
  if (lines === null) return [];
  const days = finite(lines.orderedAt).map(Math.floor);
  if (days.length === 0) return [];
  const from = days.reduce((least, day) => Math.min(least, day), Infinity);
  const until = days.reduce((most, day) => Math.max(most, day), -Infinity);
  const dayCount = until - from + 1;
  return dayCount < horizonDays ? [{ kind: 'short-records', dayCount, horizonDays }] : [];
}
