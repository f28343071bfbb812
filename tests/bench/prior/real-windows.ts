// Real tables as small shops: some launches are learnt, the hundred after them forecast, in ten windows of each table.

import { wape } from '#core/base/statistics/metrics.ts';
import { normalShare } from '#core/base/statistics/normal-distribution.ts';
import { mean, quantile, standardDeviation } from '#core/base/statistics/statistics.ts';
import { defaultMarket } from '#core/launch/events/default-market.ts';
import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { widthAt } from '#core/model/blend/range-width.ts';
import { wholeUnits } from '#core/model/blend/blend.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { NamesInNode } from '#workers/headless/names-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { readAsApp } from '#workers/headless/read-as-app.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { launchesOf } from '../../support/launches-of.ts';
import { readPrior } from './read-prior.ts';
import { hasRealTables, readRealTable, REAL_TABLES, type RealTable } from './real-tables.ts';
import {
  chanceBelow,
  openPrior,
  pastLaunches,
  priorContext,
  quantileLog,
} from './transformer/prior.ts';
import type { TransformerWeights } from './transformer/transformer-weights.ts';

const SIZES = [60, 200];
const WINDOWS = 10;
const LATER = 100;
/** Targets: ratios of WAPE and of log loss to those of the blend, in the mean and of each table. */
const MEAN_AT_MOST = 0.98;
const EACH_AT_MOST = 1.01;

/** WAPE and mean log loss of forecasts of one window. */
interface Errors {
  readonly wape: number;
  readonly logLoss: number;
}

const FIGURES = ['wape', 'logLoss'] as const;

type Forecasters = 'blend' | 'prior' | 'both';

/** Compares the blend, the prior and the mean of both. Returns the targets that the mean misses. */
export async function realWindows(): Promise<readonly string[]> {
  if (!hasRealTables()) {
    console.log('skipped, for ../shared/bench is not here');
    return [];
  }
  const missed: string[] = [];
  for (const size of SIZES) missed.push(...(await playSize(size)));
  return missed;
}

async function playSize(size: number): Promise<string[]> {
  const missed: string[] = [];
  const ratios: Errors[] = [];
  for (const table of REAL_TABLES) {
    const { blend, prior, both } = await playTable(table, size);
    const ratio = ratioOf(both, blend);
    ratios.push(ratio);
    console.log(
      `${table.name}, ${size} launches: ${told('blend', blend)}; ${told('prior', prior)}; ${told('mean of both', both)};` +
        ` ratio ${ratio.wape.toFixed(3)}, ${ratio.logLoss.toFixed(3)}`,
    );
    const worse = FIGURES.filter((figure) => !(ratio[figure] <= EACH_AT_MOST));
    missed.push(...worse.map((figure) => `${figure} of ${table.name} with ${size} launches`));
  }
  for (const figure of FIGURES) {
    const all = mean(ratios.map((ratio) => ratio[figure]));
    console.log(`${size} launches: ratio of ${figure} ${all.toFixed(3)} (at most ${MEAN_AT_MOST})`);
    if (!(all <= MEAN_AT_MOST)) missed.push(`${figure} with ${size} launches`);
  }
  return missed;
}

function told(name: string, { wape: error, logLoss }: Errors): string {
  return `${name} WAPE ${error.toFixed(3)}, log loss ${logLoss.toFixed(3)}`;
}

function ratioOf(own: Errors, other: Errors): Errors {
  return { wape: own.wape / other.wape, logLoss: own.logLoss / other.logLoss };
}

async function playTable(table: RealTable, size: number): Promise<Record<Forecasters, Errors>> {
  const history = await readRealTable(table);
  const market = defaultMarket({ currency: history.currencies?.main });
  const weights = readPrior();
  const rows = measuredRows(history.table, rowsByDate(history.table));
  const engine = await openNodeEngine();
  const language = new NamesInNode(engine);
  const windows: Record<Forecasters, Errors>[] = [];
  try {
    for (let window = 0; window < WINDOWS; window++) {
      const from = Math.round((window * (rows.length - size - LATER)) / (WINDOWS - 1));
      const some = launchesOf(history.table, rows.slice(from, from + size + LATER));
      const all = await readAsApp(some, { language, market });
      const learnt = Uint32Array.from({ length: size }, (_, row) => row);
      const later = Uint32Array.from({ length: LATER }, (_, i) => size + i);
      const model = await fitInNode(launchesOf(some, learnt), {
        engine,
        language,
        market,
        settings: { seed: 1 },
      });
      const logs = await predictLaunches(model, all, { engine, rows: later });
      windows.push(errorsOf(all, { learnt, later, weights, model, logs }));
    }
  } finally {
    engine.dispose();
  }
  const meanOf = (by: Forecasters): Errors => ({
    wape: mean(windows.map((each) => each[by].wape)),
    logLoss: mean(windows.map((each) => each[by].logLoss)),
  });
  return { blend: meanOf('blend'), prior: meanOf('prior'), both: meanOf('both') };
}

/** A forecast of one launch: its median and its distribution, on the scale of ln(1 + units). */
interface Forecast {
  readonly log: number;
  readonly below: (log: number) => number;
}

function errorsOf(
  table: LaunchTable,
  {
    learnt,
    later,
    weights,
    model,
    logs,
  }: {
    learnt: Uint32Array;
    later: Uint32Array;
    weights: TransformerWeights;
    model: TrainedModel;
    logs: Float64Array;
  },
): Record<Forecasters, Errors> {
  const ask = openPrior(weights, priorContext(table, learnt));
  const prior = ask(table, pastLaunches(table, later), { isFree: false }).map(
    (units): Forecast => ({
      log: quantileLog(units, 0.5),
      below: (log) => chanceBelow(units, log),
    }),
  );
  const spread = smoothed(model.residuals);
  const blend = Array.from(logs, (log): Forecast => ({
    log,
    below: (at) => spread((at - log) / widthAt(model.rangeWidth, log)),
  }));
  const both = blend.map((own, i): Forecast => ({
    log: (own.log + prior[i]!.log) / 2,
    below: (log) => (own.below(log) + prior[i]!.below(log)) / 2,
  }));
  const actual = Float64Array.from(later, (row) => table.units[row]!);
  const judge = (forecasts: readonly Forecast[]): Errors => ({
    wape: wape(
      actual,
      forecasts.map(({ log }) => wholeUnits(log)),
    ),
    logLoss: mean(forecasts.map((forecast, i) => lossOf(forecast, actual[i]!))),
  });
  return { blend: judge(blend), prior: judge(prior), both: judge(both) };
}

const LEAST_CHANCE = 1e-9;

/**
 * Returns minus ln of the density of ln(1 + units): the chance of what rounds to the units, over its width on that scale.
 * So the loss does not depend on how many units a table sells.
 */
function lossOf({ below }: Forecast, units: number): number {
  const [low, high] = [Math.log1p(Math.max(0, units - 0.5)), Math.log1p(units + 0.5)];
  const chance = below(high) - (units > 0 ? below(low) : 0);
  return -Math.log(Math.max(chance, LEAST_CHANCE) / (high - low));
}

/** Share of a wide normal distribution, so that no result is impossible. */
const WIDE_SHARE = 0.02;
const LEAST_WIDTH = 0.05;

/** Returns the distribution of residuals, smoothed by normal kernels (Silverman 1986, 3.31). */
function smoothed(residuals: Float64Array): (residual: number) => number {
  const deviation = standardDeviation(residuals);
  const quartiles = (quantile(residuals, 0.75) - quantile(residuals, 0.25)) / 1.34;
  const width = Math.max(
    LEAST_WIDTH,
    0.9 * Math.min(deviation, quartiles) * residuals.length ** -0.2,
  );
  const centre = mean(residuals);
  return (residual) =>
    (1 - WIDE_SHARE) * mean(residuals.map((each) => normalShare((residual - each) / width))) +
    WIDE_SHARE * normalShare((residual - centre) / (3 * deviation));
}
