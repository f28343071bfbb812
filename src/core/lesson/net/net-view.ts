// What a page shows of a run after a pass: plain values, so that the run may go on.

import { wape } from '#core/base/statistics/metrics.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { ridgeLine } from '../line/ridge-line.ts';
import { lineAt, type StraightLine } from '../line/straight-line.ts';
import { PRICE_RANGE, type SplitShop } from '../shops/visited-launches.ts';
import { layerValues, type NetShape } from './net.ts';
import { priceInput, type ErrorCurves, type NetRun, type WeightUpdate } from './net-run.ts';

export interface NetView {
  readonly passes: number;
  readonly allPasses: number;
  readonly errors: ErrorCurves;
  /** Units at each of `CURVE_PRICES`, other facts as usual. */
  readonly curve: Float64Array;
  readonly shape: NetShape;
  readonly weights: Float64Array;
  readonly update: WeightUpdate | null;
  readonly rate: number;
  /** Whether its steps are the gradient itself. */
  readonly isPlain: boolean;
  readonly keptPass: number;
  readonly keptError: number;
}

const CURVE_POINTS = 97;
export const CURVE_PRICES: Float64Array = Float64Array.from(
  { length: CURVE_POINTS },
  (_, i) => PRICE_RANGE.low + ((PRICE_RANGE.high - PRICE_RANGE.low) * i) / (CURVE_POINTS - 1),
);

export function viewOf(run: NetRun): NetView {
  const chance = new Float64Array(CURVE_PRICES.length * (run.shape.inputs - 1));
  return {
    passes: run.passes,
    allPasses: run.settings.passes,
    errors: { seen: run.errors.seen.slice(), unseen: run.errors.unseen.slice() },
    curve: run.predict({ prices: CURVE_PRICES, chance }, run.isDone),
    shape: run.shape,
    weights: run.weights.slice(),
    update: run.update,
    rate: run.settings.rate,
    isPlain: run.settings.optimiser === 'plain',
    keptPass: run.keptPass,
    keptError: run.keptError,
  };
}

/** Returns the inputs and the values of every layer for a launch at this price whose other facts are as usual. */
export function valuesAt({ shape, weights }: NetView, price: number): readonly Float64Array[] {
  const input = new Float64Array(shape.inputs);
  input[0] = priceInput(price);
  return [input, ...layerValues(shape, weights, input)];
}

/** What a net is compared with: the ridge line of log units on the price, and the mean of the units seen. */
export interface Rivals {
  readonly line: StraightLine;
  /** Weighted absolute percentage errors on launches seen and unseen. */
  readonly ridge: { readonly seen: number; readonly unseen: number };
  readonly nothing: { readonly seen: number; readonly unseen: number };
}

export function rivalsOf({ seen, unseen }: SplitShop): Rivals {
  const line = ridgeLine(seen.prices, seen.units.map(Math.log1p));
  const level = mean(seen.units);
  const errors = (predict: (price: number) => number) => ({
    seen: wape(seen.units, seen.prices.map(predict)),
    unseen: wape(unseen.units, unseen.prices.map(predict)),
  });
  return {
    line,
    ridge: errors((price) => unitsOnLine(line, price)),
    nothing: errors(() => level),
  };
}

export function unitsOnLine(line: StraightLine, price: number): number {
  return Math.expm1(lineAt(line, price));
}
