import { expect } from 'vitest';
import type { BetaBinomialOutcome } from '#core/model/return-rates/beta-binomial-outcome.ts';

/** Compares the gradient of a log likelihood with its finite differences. */
export function expectSlopes(outcome: BetaBinomialOutcome, eta: Float64Array): void {
  const step = 1e-5;
  outcome.slopes(eta).gradient.forEach((slope, i) => {
    const at = (change: number): number =>
      outcome.slopes(eta.map((own, k) => (k === i ? own + change : own))).value;
    expect(slope).toBeCloseTo((at(step) - at(-step)) / (2 * step), 4);
  });
}
