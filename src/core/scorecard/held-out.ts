import type { HoldoutScore } from '../launch/training-report.ts';
import type { OutcomeName } from '../model/heads.ts';

export type Method = HoldoutScore['method'];

/** The last launches, hidden while the models that judge learnt: what was sold, and what each method expected. In their order. */
export interface HeldOut {
  readonly count: number;
  readonly productId: readonly string[];
  readonly title: readonly string[];
  readonly category: readonly string[];
  readonly channel: readonly string[];
  readonly promotion: readonly string[];
  readonly launchDay: Float64Array;
  /** Money a unit that buyers paid, else the list price; NaN where neither is known. */
  readonly price: Float64Array;
  readonly actualUnits: Float64Array;
  /** Which sold all they had: at least so many would have been asked for. */
  readonly soldOut: readonly boolean[];
  /** Units that would be asked for. */
  readonly expectedUnits: Readonly<Partial<Record<Method, Float64Array>>>;
  /** log1p(units) of the blend without the newest level, which ranges are drawn around. */
  readonly predictedLog: Float64Array;
  /** Sorted, on the log1p scale: of earlier launches, that ranges are drawn from. */
  readonly residuals: Float64Array;
  /** Of outcomes beside units, by whom they can be expected. */
  readonly rates: readonly HeldOutRate[];
}

/** Click rate or conversion of the launches that know it. */
export interface HeldOutRate {
  readonly name: OutcomeName;
  /** Shares of 1. */
  readonly actual: Float64Array;
  readonly expected: Readonly<Partial<Record<Method, Float64Array>>>;
}
