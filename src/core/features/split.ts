import { measuredRows, type LaunchTable } from '../launch/launch-table.ts';

/** Row numbers of three parts in time: learn from the first, tune on the second, open the third once. */
export interface TimeSplit {
  readonly training: Uint32Array;
  readonly validation: Uint32Array;
  readonly test: Uint32Array;
}

const TEST_FRACTION = 0.2;
const VALIDATION_FRACTION = 0.12;
/** A part with fewer rows tells nothing. */
const MIN_PART = 5;

/** Row numbers by launch date; the file's order decides between launches of one day. */
export function rowsByDate(table: LaunchTable): Uint32Array {
  return Uint32Array.from(table.launchDay.keys()).sort(
    (a, b) => table.launchDay[a]! - table.launchDay[b]! || a - b,
  );
}

/**
 * Splits by launch date. A launch day stays in one part as long as another boundary can be found, because launches of
 * one day often share their fate. A launch whose units are not known judges nothing: it only joins the training part, where
 * its other outcomes teach.
 */
export function splitByTime(table: LaunchTable): TimeSplit {
  const byDate = rowsByDate(table);
  const rows = measuredRows(table, byDate);
  const testCount = Math.max(MIN_PART, Math.round(rows.length * TEST_FRACTION));
  const validationCount = Math.max(MIN_PART, Math.round(rows.length * VALIDATION_FRACTION));
  const testAt = dayBoundary(table, rows, { cut: rows.length - testCount, end: rows.length });
  const validationCut = Math.max(1, testAt - validationCount);
  const validationAt = dayBoundary(table, rows, { cut: validationCut, end: testAt });
  return {
    training: byDate.slice(0, byDate.indexOf(rows[validationAt]!)),
    validation: rows.slice(validationAt, testAt),
    test: rows.slice(testAt),
  };
}

/** A point in time: what was launched before it teaches, what came next judges. */
export interface Origin {
  readonly training: Uint32Array;
  readonly later: Uint32Array;
}

const EARLIER_ORIGINS = 2;
/** An origin with fewer rows before it than this many times those that judge tells of another, smaller shop. */
const MIN_TIMES = 2;

/** Origins before the split's own, oldest first: each judged on about as many launches as the validation part has. */
export function earlierOrigins(table: LaunchTable, { training, validation }: TimeSplit): Origin[] {
  const origins: Origin[] = [];
  const rows = measuredRows(table, training);
  const count = validation.length;
  for (let end = rows.length; origins.length < EARLIER_ORIGINS;) {
    if (end < (MIN_TIMES + 1) * count) break;
    const start = dayBoundary(table, rows, { cut: end - count, end });
    origins.unshift({
      training: training.slice(0, training.indexOf(rows[start]!)),
      later: rows.slice(start, end),
    });
    end = start;
  }
  return origins;
}

/**
 * The nearest start of a launch day within a tenth of the rows, else the cut itself; at least MIN_PART rows stay between
 * it and the end of the part.
 */
function dayBoundary(
  table: LaunchTable,
  rows: Uint32Array,
  { cut, end }: { readonly cut: number; readonly end: number },
): number {
  const isStart = (at: number): boolean =>
    at > 0 && at < rows.length && table.launchDay[rows[at]!] !== table.launchDay[rows[at - 1]!];
  const reach = Math.floor(Math.min(rows.length / 10, cut - 1));
  for (let away = 0; away <= reach; away++) {
    if (isStart(cut - away)) return cut - away;
    if (isStart(cut + away) && end - cut - away >= MIN_PART) return cut + away;
  }
  return cut;
}
