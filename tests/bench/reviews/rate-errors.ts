// Errors of expected rates: weighted by units, and as the log loss of a unit.

import type { RateLaunch } from '#core/model/return-rates/rate-launch.ts';

/** Sums over launches, so that shops can be added up. */
export interface RateErrors {
  /** Σ units · |expected − rate|, and Σ units · rate: their ratio is the WAPE. */
  off: number;
  rated: number;
  /** Log loss of all units, and their number. */
  loss: number;
  units: number;
}

export function noErrors(): RateErrors {
  return { off: 0, rated: 0, loss: 0, units: 0 };
}

/** Adds one launch; `rate` is what its expected rate is compared with. */
export function addError(
  errors: RateErrors,
  { returned, sold }: Pick<RateLaunch, 'returned' | 'sold'>,
  { rate, expected }: { readonly rate: number; readonly expected: number },
): void {
  const sure = Math.min(1 - NEVER, Math.max(NEVER, expected));
  errors.off += sold * Math.abs(expected - rate);
  errors.rated += sold * rate;
  errors.loss -= returned * Math.log(sure) + (sold - returned) * Math.log1p(-sure);
  errors.units += sold;
}

/** Adds the errors of other launches. */
export function addErrors(errors: RateErrors, others: RateErrors): void {
  for (const sum of ['off', 'rated', 'loss', 'units'] as const) errors[sum] += others[sum];
}

/** A category's mean may be 0, whose log loss is infinite. */
const NEVER = 1e-3;

export function wapeOf({ off, rated }: RateErrors): number {
  return off / rated;
}

export function lossOf({ loss, units }: RateErrors): number {
  return loss / units;
}

/** Returns the mean rate by a key, of all units; of the shop for a key that is not known. */
export function meanRates(
  launches: readonly RateLaunch[],
  keyOf: (launch: RateLaunch) => string,
): (launch: RateLaunch) => number {
  const sums = new Map<string, { returned: number; sold: number }>();
  const all = { returned: 0, sold: 0 };
  for (const launch of launches) {
    const own = sums.get(keyOf(launch)) ?? { returned: 0, sold: 0 };
    sums.set(keyOf(launch), own);
    for (const each of [own, all]) {
      each.returned += launch.returned;
      each.sold += launch.sold;
    }
  }
  return (launch) => {
    const { returned, sold } = sums.get(keyOf(launch)) ?? all;
    return returned / sold;
  };
}
