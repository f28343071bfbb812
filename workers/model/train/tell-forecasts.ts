// Tells while a training runs how well launches were forecast that came after what was learnt.

import { fitCategoryMedians, medianLogs } from '#core/model/blend/category-median.ts';
import type { Origin } from '#core/model/features/time-split.ts';
import { measuredRows } from '#core/launch/launch-table.ts';
import { soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import {
  judgeForecast,
  type ForecastFinding,
  type Forecaster,
} from '#core/model/training/training-finding.ts';
import { unitsOf } from '../members/encode-rows.ts';
import type { FitRequest } from '../members/fit-request.ts';

type Place = ForecastFinding['on'];

interface Forecast {
  readonly by: Forecaster;
  readonly on: Place;
  /** log1p(units) of each launch. */
  readonly logs: ArrayLike<number>;
}

/** Tells of one forecaster, and of launches in the order of `rows`. */
export function tellForecast(
  { table, clock }: Pick<FitRequest, 'table' | 'clock'>,
  rows: Uint32Array,
  { by, on, logs }: Forecast,
): void {
  if (rows.length === 0) return;
  const judged = { actualUnits: unitsOf(table, rows), soldOut: soldOutFlags(table, rows) };
  const place = { on, firstDay: table.launchDay[rows[0]!]!, judgedOn: rows.length };
  clock.find({ kind: 'forecast', by, ...place, ...judgeForecast(judged, logs) });
}

/** Tells of the category's median first, which knows no product, and then of ridge. */
export function tellFirstForecasts(
  request: Pick<FitRequest, 'table' | 'clock'>,
  { training, later }: Origin,
  { on, ridgeLogs }: { readonly on: Place; readonly ridgeLogs: ArrayLike<number> },
): void {
  const { table } = request;
  const medians = fitCategoryMedians(table, measuredRows(table, training));
  const logs = medianLogs(medians, table, later);
  tellForecast(request, later, { by: 'category-median', on, logs });
  tellForecast(request, later, { by: 'ridge', on, logs: ridgeLogs });
}
