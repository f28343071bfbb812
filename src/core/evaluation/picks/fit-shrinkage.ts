// Learns from unseen launches how much of large forecasts comes true. Quasi-Poisson regression of units on the log
// forecast (McCullagh and Nelder: Generalized Linear Models, 1989, 6.2), whose fitted sums equal the true sums, because a
// list promises a sum. A normal prior holds what the forecasts say as they are, so that few launches change it little.

import { demandSpread, expectedDemand } from '#core/planning/economics/demand.ts';
import type { Shrinkage } from '#core/planning/suppliers/shrinkage.ts';
import type { Holdout } from '../scorecard/holdout.ts';

/** Fewest unseen launches that show anything. */
const LEAST_LAUNCHES = 30;
/** Standard deviation of the prior of the level around 0, and of the slope around 1. */
const PRIOR_DOUBT = 0.25;
const STEPS = 50;
const LARGEST_STEP = 0.5;
/** Forecasts below so many units count as so many, since they are logged. */
const LEAST_UNITS = 0.1;

export type JudgedForecasts = Pick<
  Holdout,
  'actualUnits' | 'predictedLog' | 'residuals' | 'rangeWidth' | 'soldOut'
>;

/**
 * Returns the shrinkage, fitted on these launches, by default all; null where they are too few. Launches that sold out
 * count as having had at least the demand that was forecast.
 */
export function fitShrinkage(
  heldOut: JudgedForecasts,
  rows: readonly number[] = [...heldOut.predictedLog.keys()],
): Shrinkage | null {
  if (rows.length < LEAST_LAUNCHES) return null;
  const { predictedLog, actualUnits, soldOut } = heldOut;
  const spread = demandSpread(heldOut.residuals, heldOut.rangeWidth);
  const forecasts = rows.map((row) =>
    Math.max(LEAST_UNITS, expectedDemand(spread, predictedLog[row]!)),
  );
  const units = rows.map((row, i) =>
    soldOut[row] ? Math.max(forecasts[i]!, actualUnits[row]!) : actualUnits[row]!,
  );
  const logs = rows.map((row) => predictedLog[row]!);
  const total = forecasts.reduce((all, each) => all + each, 0);
  const centre = logs.reduce((all, log, i) => all + log * forecasts[i]!, 0) / total;
  const { level, slope } = fitted({ forecasts, units, apart: logs.map((log) => log - centre) });
  return { centre, level, slope: 1 + slope, count: rows.length };
}

interface Sample {
  readonly forecasts: readonly number[];
  readonly units: readonly number[];
  /** Log forecast less its centre. */
  readonly apart: readonly number[];
}

interface Line {
  readonly level: number;
  /** Less 1. */
  readonly slope: number;
}

/**
 * Fits the line. It never rises more steeply than the forecasts: choosing the best of many can only flatter them, and
 * what is chosen may lie further out than any launch seen.
 */
function fitted(sample: Sample): Line {
  const line = penalised(sample);
  return line.slope > 0 ? penalised({ ...sample, apart: sample.apart.map(() => 0) }) : line;
}

/** Newton's method on the penalised quasi-likelihood; the dispersion is that of the line so far. */
function penalised(sample: Sample): Line {
  let line: Line = { level: 0, slope: 0 };
  for (let step = 0; step < STEPS; step++) {
    const [level, slope] = newtonStep(sample, line);
    line = { level: line.level + limited(level), slope: line.slope + limited(slope) };
    if (Math.abs(level) + Math.abs(slope) < 1e-10) break;
  }
  return line;
}

function newtonStep({ forecasts, units, apart }: Sample, line: Line): [number, number] {
  const means = forecasts.map((each, i) => each * Math.exp(line.level + line.slope * apart[i]!));
  const dispersion = dispersionOf(units, means);
  let [g0, g1] = [-line.level / PRIOR_DOUBT ** 2, -line.slope / PRIOR_DOUBT ** 2];
  let [h00, h01, h11] = [1 / PRIOR_DOUBT ** 2, 0, 1 / PRIOR_DOUBT ** 2];
  means.forEach((mean, i) => {
    const [missed, weight, x] = [(units[i]! - mean) / dispersion, mean / dispersion, apart[i]!];
    g0 += missed;
    g1 += missed * x;
    h00 += weight;
    h01 += weight * x;
    h11 += weight * x * x;
  });
  const determinant = h00 * h11 - h01 * h01;
  return [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
}

/** Pearson's estimate. */
function dispersionOf(units: readonly number[], means: readonly number[]): number {
  const sum = units.reduce((all, each, i) => all + (each - means[i]!) ** 2 / means[i]!, 0);
  return Math.max(1e-9, sum / (units.length - 2));
}

function limited(step: number): number {
  return Math.min(LARGEST_STEP, Math.max(-LARGEST_STEP, step));
}
