// What the forecast made before a launch still tells once weeks are over: a line predicts it from what was seen, and what
// it has beyond that counts by a weight, least squares over past launches. The weight is never negative: a forecast that
// points the wrong way does so by chance, or by its time.

import { mean, sum } from '#core/base/statistics/statistics.ts';

export interface ForecastLesson {
  /** log1p of the forecast over how far the weeks so far were from the curve. */
  readonly start: number;
  readonly slope: number;
  readonly weight: number;
}

/** A past launch: mean of what was seen and of what followed, beyond what is expected, on the log scale. */
export interface ForecastCase {
  readonly seen: number;
  readonly forecastLog: number;
  readonly residual: number;
}

/** Fewest past launches with a forecast; `HALF_TRUSTED` is the number at which their weight is halved. */
const LEAST_FORECASTS = 30;
const HALF_TRUSTED = 100;
/** A forecast tells nothing. */
export const NO_FORECAST: ForecastLesson = { start: 0, slope: 0, weight: 0 };

/** Fits the line and the weight on the launches whose forecast is known. */
export function fitForecastBeyond(cases: readonly ForecastCase[]): ForecastLesson {
  const known = cases.filter(({ forecastLog }) => !Number.isNaN(forecastLog));
  if (known.length < LEAST_FORECASTS) return NO_FORECAST;
  const centre = mean(known.map(({ seen }) => seen));
  const usual = mean(known.map(({ forecastLog }) => forecastLog));
  const square = sum(known.map(({ seen }) => (seen - centre) ** 2));
  const product = sum(
    known.map(({ seen, forecastLog }) => (seen - centre) * (forecastLog - usual)),
  );
  const slope = square > 0 ? product / square : 0;
  const line = { start: usual - slope * centre, slope, weight: 1 };
  const beyond = known.map((each) => forecastBeyond(line, each));
  const spread = sum(beyond.map((value) => value ** 2));
  const told = sum(beyond.map((value, i) => value * known[i]!.residual));
  const trusted = known.length / (known.length + HALF_TRUSTED);
  return { ...line, weight: spread > 0 ? trusted * Math.max(0, told / spread) : 0 };
}

/** Returns what a forecast adds to the log of the weeks to come; 0 where there is none. */
export function forecastBeyond(
  { start, slope, weight }: ForecastLesson,
  { seen, forecastLog }: Pick<ForecastCase, 'seen' | 'forecastLog'>,
): number {
  return Number.isNaN(forecastLog) ? 0 : weight * (forecastLog - start - slope * seen);
}
