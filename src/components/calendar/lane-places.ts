// Where chips stand in the lanes of a season: so that none lies on another, with as few rows as that takes.

import type { Day } from '#core/dates.ts';

/** Weeks that a chip is long: the first four, which a plan covers. */
export const CHIP_WEEKS = 4;

export interface LaneItem {
  readonly id: string;
  readonly lane: number;
  readonly week: Day;
}

export interface LanePlace {
  readonly id: string;
  /** Among all rows of all lanes. */
  readonly row: number;
  readonly lane: number;
  /** Columns from the first week shown; the end is cut where the columns end. */
  readonly from: number;
  readonly length: number;
}

export interface LaneRows {
  readonly places: readonly LanePlace[];
  /** By lane: where its rows begin, and how many it has; at least one. */
  readonly lanes: readonly { readonly first: number; readonly count: number }[];
}

interface Columns {
  /** In order; what lies in other weeks is not placed. */
  readonly weeks: readonly Day[];
  /** At least as many. */
  readonly columnCount: number;
  readonly laneCount: number;
}

/** Weeks after the last one shown, for as long as launches in the last ones are. */
export function tailOf(launches: readonly Pick<LaneItem, 'week'>[], weeks: readonly Day[]): Day[] {
  const isCut = launches.some(({ week }) => weeks.indexOf(week) > weeks.length - CHIP_WEEKS);
  if (!isCut) return [];
  return Array.from({ length: CHIP_WEEKS - 1 }, (_, i) => weeks.at(-1)! + 7 * (i + 1));
}

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

/** Up to so many weeks are shown whole; of more, half a year at a time. */
const WHOLE = 27;
const HALF = 26;

export function weekPages(weeks: readonly Day[]): Day[][] {
  const length = weeks.length <= WHOLE ? WHOLE : HALF;
  const pages: Day[][] = [];
  for (let from = 0; from < weeks.length; from += length)
    pages.push(weeks.slice(from, from + length));
  return pages.length > 0 ? pages : [[]];
}
