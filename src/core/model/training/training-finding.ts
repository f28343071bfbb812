// What a training has found out so far, told while it runs.

import type { Day } from '#core/base/dates.ts';
import { wape } from '#core/base/statistics/metrics.ts';
import { quantile } from '#core/base/statistics/statistics.ts';
import { unitsFromLogs, type UnseenPart } from '../blend/blend.ts';
import { residualsOf } from '../blend/conformal-ranges.ts';
import { asCensored } from '../outcomes/censored-demand.ts';
import type { InputScore } from './training-report.ts';

export type TrainingFinding = InputFinding | ForecastFinding;

/** Whether a further kind of input helps on later launches. */
interface InputFinding {
  readonly kind: 'input';
  readonly input: 'meaning' | 'looks';
  readonly score: InputScore;
}

/** Who forecast: the category's median, which knows no product; one base model; or all together. */
export type Forecaster = 'category-median' | 'ridge' | 'net' | 'debut';

/** How well launches were forecast that the forecaster had not seen. */
export interface ForecastFinding extends JudgedForecast {
  readonly kind: 'forecast';
  readonly by: Forecaster;
  /** After an earlier backtest origin, after the newest one, or in the test set. */
  readonly on: 'backtest' | 'newest' | 'test';
  /** Day of the first launch that was forecast. */
  readonly firstDay: Day;
  readonly judgedOn: number;
}

interface JudgedForecast {
  readonly wape: number;
  /** Units that came of a forecast of `FORECAST_UNITS`, by quantiles of the errors. */
  readonly came: {
    readonly expected: number;
    readonly low80: number;
    readonly low50: number;
    readonly high50: number;
    readonly high80: number;
  };
}

/** Size of the forecast by which ranges are told, in units. */
export const FORECAST_UNITS = 100;

/**
 * Judges forecasts of launches that the forecaster had not seen.
 * @param logs log1p(units) of each launch
 */
export function judgeForecast(
  { actualUnits, soldOut }: Pick<UnseenPart, 'actualUnits' | 'soldOut'>,
  logs: ArrayLike<number>,
): JudgedForecast {
  const { residuals } = residualsOf(actualUnits, logs, soldOut);
  const cameAt = (fraction: number) =>
    Math.max(0, Math.expm1(Math.log1p(FORECAST_UNITS) + quantile(residuals, fraction)));
  return {
    wape: wape(actualUnits, asCensored(unitsFromLogs(logs), actualUnits, soldOut)),
    came: {
      expected: cameAt(0.5),
      low80: cameAt(0.1),
      low50: cameAt(0.25),
      high50: cameAt(0.75),
      high80: cameAt(0.9),
    },
  };
}
