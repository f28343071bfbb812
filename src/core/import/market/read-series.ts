// Rows of searches by period become one series in equal steps for each term.

import { contentKey } from '#core/base/bytes/fingerprint.ts';
import type { Day } from '#core/base/dates.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { MarketReading, MarketSeries, MarketStep } from './market.ts';
import { gridOf, isLastPartial, stepOf } from './period-grid.ts';
import type { RecognisedSeries } from './recognise-market.ts';
import { noMarketData } from './refuse.ts';
import type { RowAccount } from './row-account.ts';
import { pointsOf, type Points } from './series-points.ts';
import { areWithinDays, wholeDays } from './whole-days.ts';

/**
 * Reads series of searches and counts what became of each row. Hours become whole days. Throws AppError no-market-data
 * where no day is whole, or periods have no step.
 */
export function readSeries(
  rows: TextRows,
  recognised: RecognisedSeries,
  { fileName, dateOrder, savedOn }: MarketReading,
  account: RowAccount,
): MarketSeries[] {
  const points = pointsOf(rows, recognised, dateOrder, account);
  const whole = withWholeDays(points, account);
  if (points.length > 0 && whole.length === 0)
    throw noMarketData('under-a-day', fileName, 'hours of a day that is not whole');
  const step = stepOf(whole.flatMap(({ moments }) => moments));
  if (whole.length > 0 && step === null)
    throw noMarketData('uneven', fileName, 'dates that are no day, week or month apart');
  const series = whole.flatMap((each) => seriesOf(each, step!, savedOn, account) ?? []);
  const { isPasted } = recognised.columns;
  const download = downloadOf(series);
  return series.map((each) => ({ ...each, download: isPasted ? downloadOf([each]) : download }));
}

/** The same for the same file, whenever it is read. */
function downloadOf(series: readonly SeriesWithoutDownload[]): number {
  return contentKey(series.map(({ term, place, days, values }) => ({ term, place, days, values })));
}

type SeriesWithoutDownload = Omit<MarketSeries, 'download'>;

function seriesOf(
  { term, place, scale, moments, values, rows, markedAt }: Points,
  step: MarketStep,
  savedOn: Day | null,
  account: RowAccount,
): SeriesWithoutDownload | null {
  const grid = gridOf(moments, values, step);
  if (!grid) {
    for (const row of rows) account.leaveOut(row, 'scattered');
    return null;
  }
  for (const [i, row] of rows.entries()) {
    const lack = grid.lacks[i] ?? null;
    if (lack === null) account.keep(row);
    else account.leaveOut(row, lack);
  }
  const isMarked = moments.every((moment) => moment <= markedAt);
  const lastIsPartial = isMarked || isLastPartial(grid, step, savedOn);
  return { term, place, step, days: grid.days, values: grid.values, scale, lastIsPartial };
}

/** Joins hours to days where any series has them. */
function withWholeDays(points: readonly Points[], account: RowAccount): readonly Points[] {
  if (!points.some(({ moments }) => areWithinDays(moments)))
    return points.map((each) => ({ ...each, moments: each.moments.map(Math.floor) }));
  return points.flatMap((each) => {
    const { days, values, isKept } = wholeDays(each.moments, each.values, each.scale === 'volume');
    for (const [i, row] of each.rows.entries()) {
      if (isKept[i]) account.keep(row);
      else account.leaveOut(row, 'unfinished-day');
    }
    return days.length > 0 ? [{ ...each, moments: days, values, rows: [], markedAt: NaN }] : [];
  });
}
