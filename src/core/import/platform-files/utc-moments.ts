import type { TextRows } from '../csv/text-rows.ts';
import type { RecognisedExport } from './export-format.ts';
import { parseMoment } from './parse-moment.ts';

/**
 * Returns whether a file writes all times of its orders in UTC, in winter and summer, rather than in a shop's time
 * zone.
 */
export function writesUtc(rows: TextRows, { columns }: RecognisedExport): boolean {
  const [header] = 'orderedAt' in columns ? (columns.orderedAt ?? []) : [];
  const cells = header === undefined ? undefined : rows.columns.get(header);
  let hasMoments = false;
  for (const text of cells?.texts ?? []) {
    const { hasTime, offset } = parseMoment(text);
    if (hasTime && offset !== 0) return false;
    hasMoments ||= hasTime;
  }
  return hasMoments;
}
