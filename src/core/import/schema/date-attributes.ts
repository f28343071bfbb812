// Proposes columns of dates about a product, such as "designed on", which are learnt as days before its launch. Dates
// that only repeat the launch date, follow from it, or are known later are none.

import { isPlaceholder, readDates } from '../values/date-column.ts';
import { guessDateOrder, readDate, type DateOrder } from '../values/read-date.ts';
import { measureDecimal, measuresOf } from '../values/read-measure.ts';
import { monthOf } from '#core/base/dates.ts';
import { DAY_OFF, namesPlannedDate, namesResultDate } from './after-launch.ts';
import { explainedShare, namesOutcome, rankCorrelation } from './leakage.ts';
import { finite } from '#core/base/statistics/statistics.ts';
import { sameEverywhere, type DateLack, type DateRange } from './column-facts.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { namedBy } from '#core/base/text/named-by.ts';
import { sampledCells, type SampledTable } from './sampled-table.ts';

/** When a row was written. */
const isRecord = namedBy(
  'updated update modified changed edited exported export imported import synced sync created',
  'creation inserted added crawled scraped retrieved accessed fetched generated timestamp snapshot',
  '*geandert* *aktualisiert* *exportiert* *importiert* *erstellt* *angelegt* *abgerufen*',
  '更新 修改 导出 导入 创建 抓取 采集 录入',
);

/** Most launches before a date that is not planned by its name. */
const MOST_AFTER = 0.1;
const NEARLY_ALL = 0.9;
/** With fewer rows, numbers agree by chance. */
const ROWS_ENOUGH = 30;
/** Days that follow from the launch date, or rank launches as units do, to this degree say nothing of their own. */
const FOLLOWS = 0.8;
/** Dates before every launch may tell much of its units; beyond this they were made of them. */
const SAME_AS_UNITS = 0.95;

/** Headers of the columns that the dates are compared with; undefined where there is none. */
export interface DatedBy {
  readonly launchDate: string | undefined;
  /** Units, or orders. */
  readonly units: string | undefined;
}

/** Returns the columns of dates by header. Those that are the same nearly everywhere are left out. */
export function dateColumns(
  free: readonly string[],
  { launchDate, units }: DatedBy,
  table: SampledTable,
): ReadonlyMap<string, DateRange> {
  const launches = sampledCells(table, launchDate ?? '');
  const { order } = guessDateOrder(launches);
  const dated = free.flatMap((header) => {
    const cells = sampledCells(table, header);
    const days = sameEverywhere(cells) ? null : readDates(cells, order);
    return days ? [{ header, days }] : [];
  });
  if (dated.length === 0) return new Map();
  const launchDays = launchDaysOf(launches, order);
  const sold = sampledCells(table, units ?? '');
  const outcome = measuresOf(sold, measureDecimal(sold));
  return new Map(
    dated.map(({ header, days }) => {
      const known = finite(days);
      return [
        header,
        {
          first: known.reduce((first, day) => Math.min(first, day), Infinity),
          last: known.reduce((last, day) => Math.max(last, day), -Infinity),
          lack: lackOf(header, days, { launchDays, outcome }),
        },
      ];
    }),
  );
}

/** Returns the launch day of each row, NaN where not known. Numbers may be dates here, because the column is mapped. */
function launchDaysOf(launches: readonly string[], order: DateOrder): Float64Array {
  return Float64Array.from(launches, (cell) => {
    const day = readDate(cell, order);
    return isPlaceholder(day) ? NaN : day;
  });
}

function lackOf(
  header: string,
  days: Float64Array,
  { launchDays, outcome }: { launchDays: Float64Array; outcome: Float64Array | null },
): DateLack | null {
  if (isRecord(foldedHeader(header))) return 'record';
  if (namesResultDate(header) || namesOutcome(header)) return 'afterwards';
  const before = launchDays.map((launchDay, row) => launchDay - days[row]!);
  const known = finite(before);
  const shareOf = (fits: (count: number) => boolean) => known.filter(fits).length / known.length;
  if (shareOf((count) => Math.abs(count) <= DAY_OFF) >= NEARLY_ALL) return 'launch-date';
  const after = shareOf((count) => count < -DAY_OFF);
  if (after > MOST_AFTER && !namesPlannedDate(header)) return 'afterwards';
  if (known.length < ROWS_ENOUGH) return null;
  const least = after > 0 ? FOLLOWS : SAME_AS_UNITS;
  if (outcome && Math.abs(rankCorrelation(before, outcome)) >= least) return 'afterwards';
  return followFrom(launchDays, before) ? 'calendar' : null;
}

/**
 * Returns whether days before launch follow from the launch date, as those of a fixed day do, or of the start of a
 * season. They would take the credit of the launch week, which plans choose.
 */
function followFrom(launchDays: Float64Array, before: Float64Array): boolean {
  if (Math.abs(rankCorrelation(before, launchDays)) >= FOLLOWS) return true;
  const rows = [...before.keys()].filter((row) => !Number.isNaN(before[row]));
  const months = Uint32Array.from(rows, (row) => monthOf(launchDays[row]!));
  return (
    explainedShare(
      months,
      Float64Array.from(rows, (row) => before[row]!),
    ) >= FOLLOWS
  );
}
