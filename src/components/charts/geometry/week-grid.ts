import { formatMonthName } from '#components/words/dates.ts';

const ROW_HEIGHT = 26;
const HEAD_HEIGHT = 20;
const GAP = 18;
const NARROWEST_CELL = 9;
const MONTH_WIDTH = 28;
const FEWEST_COLUMNS = 8;

export interface WeekGrid {
  readonly columns: number;
  readonly cellWidth: number;
  readonly rowHeight: number;
  readonly height: number;
  readonly x: (week: number) => number;
  readonly y: (row: number, week: number) => number;
  readonly startsBand: (week: number) => boolean;
}

interface GridSize {
  readonly width: number;
  readonly labelWidth: number;
  readonly weekCount: number;
  readonly rowCount: number;
}

/**
 * Lays out weeks side by side. On a narrow page they wrap into two or more bands, so that a finger can still hit one.
 */
export function weekGrid({ width, labelWidth, weekCount, rowCount }: GridSize): WeekGrid {
  const room = Math.max(FEWEST_COLUMNS, Math.floor((width - labelWidth) / NARROWEST_CELL));
  const bandCount = Math.max(1, Math.ceil(weekCount / room));
  const columns = Math.max(1, Math.ceil(weekCount / bandCount));
  const cellWidth = (width - labelWidth) / columns;
  const bandHeight = HEAD_HEIGHT + ROW_HEIGHT * rowCount + GAP;
  return {
    columns,
    cellWidth,
    rowHeight: ROW_HEIGHT,
    height: bandCount * bandHeight,
    x: (week) => labelWidth + (week % columns) * cellWidth,
    y: (row, week) => Math.floor(week / columns) * bandHeight + HEAD_HEIGHT + row * ROW_HEIGHT,
    startsBand: (week) => week % columns === 0,
  };
}

/**
 * Returns whether a week shows its month's name: the week begins the month, and the name fits before the next one and
 * the edge.
 */
export function namesMonth(weeks: readonly number[], week: number, grid: WeekGrid): boolean {
  const begins = (at: number): boolean =>
    grid.startsBand(at) || formatMonthName(weeks[at]) !== formatMonthName(weeks[at - 1]);
  const room = Math.ceil(MONTH_WIDTH / grid.cellWidth);
  if ((week % grid.columns) + room > grid.columns) return false;
  const next = Array.from({ length: room - 1 }, (_, i) => week + 1 + i);
  return begins(week) && !next.some((at) => at < weeks.length && begins(at));
}
