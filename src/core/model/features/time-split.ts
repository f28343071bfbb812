import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';

/** Row numbers of the training, validation and test sets, in order of time. The test set is used once. */
export interface TimeSplit {
  readonly training: Uint32Array;
  readonly validation: Uint32Array;
  readonly test: Uint32Array;
}

const TEST_FRACTION = 0.2;
const VALIDATION_FRACTION = 0.12;
/** Minimum number of rows in a set; fewer would say nothing. */
const MIN_PART = 5;

/** Returns the row numbers in order of launch date; launches of one day keep the file's order. */
export function rowsByDate(table: LaunchTable): Uint32Array {
  return Uint32Array.from(table.launchDay.keys()).sort(
    (a, b) => table.launchDay[a]! - table.launchDay[b]! || a - b,
  );
}

/**
 * Splits launches by date. A launch day stays within one set where a nearby boundary allows it, because launches of one
 * day have correlated results. Launches without units go to the training set only, where their other outcomes are still
 * used.
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

/** A backtest origin: earlier launches train, later launches test. */
export interface Origin {
  readonly training: Uint32Array;
  readonly later: Uint32Array;
}

const EARLIER_ORIGINS = 2;
/** Minimum ratio of training rows to test rows. An origin with fewer describes a different, smaller shop. */
const MIN_TIMES = 2;

/**
 * Returns the backtest origins before the split's own, oldest first. Each is tested on about as many launches as the
 * validation set has.
 */
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
 * Returns the nearest start of a launch day within a tenth of the rows, or the cut itself where there is none. A later
 * start leaves at least MIN_PART rows before the end of the set.
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
