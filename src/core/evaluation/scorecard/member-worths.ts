// What each base model adds to the blend, by leaving it out: the same launches, forecast with it and without it.

import { wape } from '#core/base/statistics/metrics.ts';
import { differenceRange, drawWapes } from '#core/base/statistics/paired-bootstrap.ts';
import type { MemberWorth } from '#core/model/training/training-report.ts';
import { wholeUnits, type MemberName } from '#core/model/blend/blend.ts';
import { asCensored } from '#core/model/outcomes/censored-demand.ts';
import { seededRandom } from '#core/base/random.ts';
import { drawnRange } from './method-scores.ts';

/** Forecasts log1p(units) of some launches by blends, calibrated and with their level. */
export interface LeftOutForecasts {
  readonly actualUnits: ArrayLike<number>;
  readonly soldOut: readonly boolean[];
  readonly whole: ArrayLike<number>;
  readonly without: ReadonlyMap<MemberName, ArrayLike<number>>;
}

const SEED = 1;

/**
 * Returns what each left-out base model adds on the test set and on the backtests. Ranges are those of differences on
 * the same draws of launches. Base models are left out where too little was sold to say.
 */
export function memberWorths(unseen: LeftOutForecasts, backtests: LeftOutForecasts): MemberWorth[] {
  const ranges = rangesOf(unseen);
  const changes = changesOf(backtests.actualUnits, unitsOf(backtests));
  const worths = [...unseen.without.keys()].map((member, i) => ({
    member,
    unseen: ranges[i]!,
    backtests: changes[i]!,
  }));
  return worths.filter(({ unseen: { low80, high80 }, backtests }) =>
    [low80, high80, backtests].every(Number.isFinite),
  );
}

function rangesOf(forecasts: LeftOutForecasts): MemberWorth['unseen'][] {
  const { actualUnits } = forecasts;
  const units = unitsOf(forecasts);
  const errors = units.map((own) => own.map((expected, i) => Math.abs(expected - actualUnits[i]!)));
  const [whole, ...others] = drawWapes(actualUnits, errors, seededRandom(SEED)).byMethod;
  return changesOf(actualUnits, units).map((change, i) => {
    const draws = others[i]!.map((value, draw) => value - whole![draw]!);
    const { low, high } = differenceRange(others[i]!, whole!);
    return { ...drawnRange(change, draws), isClear: low > 0 || high < 0 };
  });
}

/** Returns whole units, those of sold-out launches limited to their sales: of the whole blend, then without each. */
function unitsOf({ actualUnits, soldOut, whole, without }: LeftOutForecasts): Float64Array[] {
  return [whole, ...without.values()].map((logs) =>
    asCensored(Float64Array.from(logs, wholeUnits), actualUnits, soldOut),
  );
}

/** Returns WAPE without each base model less WAPE with all. */
function changesOf(actualUnits: ArrayLike<number>, units: readonly Float64Array[]): number[] {
  const [whole, ...others] = units.map((own) => wape(actualUnits, own));
  return others.map((without) => without - whole!);
}
