import type { HoldoutScore } from '#core/model/training/training-report.ts';
import type { RangeBasis } from '#core/model/blend/conformal-ranges.ts';
import type { OutcomeName } from '#core/model/outcomes/heads.ts';

export type Method = HoldoutScore['method'];

/**
 * The test set: the newest launches, hidden while the evaluated models were trained, with their results and each
 * method's forecasts. All arrays are in the order of the launches.
 */
export interface Holdout extends RangeBasis {
  readonly count: number;
  readonly productId: readonly string[];
  readonly title: readonly string[];
  readonly category: readonly string[];
  readonly channel: readonly string[];
  readonly promotion: readonly string[];
  readonly launchDay: Float64Array;
  /** Money per unit that buyers paid, else the list price; NaN where neither is known. */
  readonly price: Float64Array;
  readonly actualUnits: Float64Array;
  /** Launches that sold their whole stock: demand was at least what they sold. */
  readonly soldOut: readonly boolean[];
  /** Forecast demand in units, by method. */
  readonly expectedUnits: Readonly<Partial<Record<Method, Float64Array>>>;
  /** Forecast log1p(units) of the blend; ranges are drawn around it, from residuals of earlier launches. */
  readonly predictedLog: Float64Array;
  /** Outcomes other than units, with the methods that can forecast them. */
  readonly rates: readonly HoldoutRate[];
}

/** Click rate or conversion of the launches where it is known. */
export interface HoldoutRate {
  readonly name: OutcomeName;
  /** Shares of 1. */
  readonly actual: Float64Array;
  readonly expected: Readonly<Partial<Record<Method, Float64Array>>>;
}
