// Places chips in the lanes of a season so that none overlap, in as few rows as possible.

import type { Day } from '#core/base/dates.ts';

/** Length of a chip in weeks: the first four, in which similar launches take sales from each other. */
export const CHIP_WEEKS = 4;

export interface LaneItem {
  readonly id: string;
  readonly lane: number;
  readonly week: Day;
}

export interface LanePlace {
  readonly id: string;
  /** Index among the rows of all lanes. */
  readonly row: number;
  readonly lane: number;
  /** First column, counted from the first week shown; `length` ends where the columns end. */
  readonly from: number;
  readonly length: number;
}

export interface LaneRows {
  readonly places: readonly LanePlace[];
  /** The first row of each lane and its number of rows, at least one. */
  readonly lanes: readonly { readonly first: number; readonly count: number }[];
}

interface Columns {
  /** In order; items in other weeks are not placed. */
  readonly weeks: readonly Day[];
  /** Number of columns, at least the number of weeks. */
  readonly columnCount: number;
  readonly laneCount: number;
}

/**
 * Returns the weeks to show after the last one, so that launches in the last weeks are shown whole. Empty if none is
 * cut off.
 */
export function tailOf(launches: readonly Pick<LaneItem, 'week'>[], weeks: readonly Day[]): Day[] {
  const isCut = launches.some(({ week }) => weeks.indexOf(week) > weeks.length - CHIP_WEEKS);
  if (!isCut) return [];
  return Array.from({ length: CHIP_WEEKS - 1 }, (_, i) => weeks.at(-1)! + 7 * (i + 1));
}

/** Returns the place of each item and the rows of each lane. */
export function lanePlaces(
  items: readonly LaneItem[],
  { weeks, columnCount, laneCount }: Columns,
): LaneRows {
  const places: LanePlace[] = [];
  const lanes: { first: number; count: number }[] = [];
  let first = 0;
  for (let lane = 0; lane < laneCount; lane++) {
    const own = items.filter((item) => item.lane === lane && weeks.includes(item.week));
    const ends: number[] = [];
    for (const { id, week } of own.sort((a, b) => a.week - b.week)) {
      const from = weeks.indexOf(week);
      const free = ends.findIndex((end) => end <= from);
      const row = free < 0 ? ends.length : free;
      ends[row] = from + CHIP_WEEKS;
      places.push({
        ...{ id, lane, row: first + row, from },
        length: Math.min(CHIP_WEEKS, columnCount - from),
      });
    }
    const count = Math.max(1, ends.length);
    lanes.push({ first, count });
    first += count;
  }
  return { places, lanes };
}

/** Up to this many weeks are shown at once; longer seasons are shown half a year at a time. */
const WHOLE = 27;
const HALF = 26;

/** Splits weeks into pages; always returns at least one, which may be empty. */
export function weekPages(weeks: readonly Day[]): Day[][] {
  const length = weeks.length <= WHOLE ? WHOLE : HALF;
  const pages: Day[][] = [];
  for (let from = 0; from < weeks.length; from += length)
    pages.push(weeks.slice(from, from + length));
  return pages.length > 0 ? pages : [[]];
}
