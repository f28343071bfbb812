// Records the forecast of each method for the last launches, and their results. The evaluation report is made from this
// record.

import { fitCategoryMedians, predictCategoryMedian } from '#core/model/blend/category-median.ts';
import type { RangeBasis } from '#core/model/blend/conformal-ranges.ts';
import { lastYearPredictor } from '#core/model/blend/seasonal-naive.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { wholeUnits, type MemberLogs } from '#core/model/blend/blend.ts';
import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import type { Holdout, HoldoutRate } from '#core/evaluation/scorecard/holdout.ts';
import { unitsOf } from '../members/encode-rows.ts';

/** Ranges are drawn from residuals of earlier launches. */
interface HoldoutForecasts extends RangeBasis {
  readonly rows: Uint32Array;
  readonly logs: MemberLogs;
  /** log1p(units) by the blend, calibrated, with the level. */
  readonly predicted: Float64Array;
  readonly rates: readonly HoldoutRate[];
}

/** Returns the record of the test set, which the base models have not seen. */
export function holdoutRecord(table: LaunchTable, forecasts: HoldoutForecasts): Holdout {
  const { rows, logs, predicted, residuals, rangeWidth, rates } = forecasts;
  const forecast = (own: ArrayLike<number>) => Float64Array.from(own, wholeUnits);
  const pick = <T>(column: ArrayLike<T>): T[] => Array.from(rows, (row) => column[row]!);
  return {
    count: rows.length,
    productId: pick(table.productId),
    title: pick(table.title),
    category: pick(table.category),
    channel: pick(table.channel),
    promotion: pick(table.promotion),
    launchDay: Float64Array.from(pick(table.launchDay)),
    price: Float64Array.from(rows, (row) => knownPrice(table, row)),
    actualUnits: unitsOf(table, rows),
    soldOut: soldOutFlags(table, rows),
    expectedUnits: {
      debut: forecast(predicted),
      net: forecast(logs.net),
      trees: forecast(logs.trees),
      ridge: forecast(logs.ridge),
      ...(logs.process.length > 0 && { process: forecast(logs.process) }),
      analogues: forecast(logs.analogues),
      ...withoutModel(table, rows),
    },
    predictedLog: predicted,
    residuals,
    ...(rangeWidth && { rangeWidth }),
    rates,
  };
}

/**
 * Returns forecasts of the baselines. They have nothing to tune, so they may learn from all launches before the test
 * set.
 */
function withoutModel(table: LaunchTable, rows: Uint32Array): Holdout['expectedUnits'] {
  const measured = measuredRows(table, rowsByDate(table));
  const known = measured.slice(0, measured.length - rows.length);
  const medians = fitCategoryMedians(table, known);
  const ofCategory = Float64Array.from(rows, (row) =>
    predictCategoryMedian(medians, table.category[row]!),
  );
  const asLastYear = lastYearPredictor(table, known);
  return {
    'category-median': ofCategory,
    'last-year': Float64Array.from(rows, (row, i) => asLastYear(row, ofCategory[i]!)),
  };
}

function knownPrice(table: LaunchTable, row: number): number {
  const paid = table.salePrice[row]!;
  return Number.isNaN(paid) ? table.listPrice[row]! : paid;
}
