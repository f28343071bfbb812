import { describe, expect, it } from 'vitest';
import {
  errorDrift,
  holdoutErrors,
  LEAST_ERRORS,
  signTest,
} from '#core/evaluation/drift/error-drift.ts';
import type { Holdout } from '#core/evaluation/scorecard/holdout.ts';
import { seededRandom } from '#core/base/random.ts';
import reference from '../../../support/references/drift.json' with { type: 'json' };

const alternating = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? 0.3 : -0.3));

describe('signTest', () => {
  it('is SciPy’s binomial test of a half', () => {
    for (const [above, below, chance] of reference.sign)
      expect(signTest(above!, below!)).toBeCloseTo(chance!, 12);
  });

  it('bears more launches than a power of two can tell', () => {
    expect(signTest(1500, 1500)).toBeCloseTo(1, 9);
  });
});

describe('holdoutErrors', () => {
  it('are log ratios of sold to expected, none where stock ended first', () => {
    const heldOut = {
      ...{ actualUnits: Float64Array.of(9, 50, 50, NaN), soldOut: [false, true, false, false] },
      expectedUnits: { debut: Float64Array.of(4, 80, 80, 5) },
    } as unknown as Holdout;
    const [first, soldOut, open, ...rest] = holdoutErrors(heldOut);
    expect(first).toBeCloseTo(Math.log(2), 12);
    expect(soldOut).toBe(0);
    expect(open).toBeCloseTo(Math.log(51 / 81), 12);
    expect(rest).toEqual([]);
  });

  it('are none where the model expected nothing', () => {
    expect(holdoutErrors({ expectedUnits: {} } as unknown as Holdout)).toEqual([]);
  });
});

describe('errorDrift', () => {
  it('says nothing of few', () => {
    expect(errorDrift(new Array(LEAST_ERRORS - 1).fill(1))).toBeNull();
  });

  it('warns where all of many sold more than was expected', () => {
    const drift = errorDrift(new Array(12).fill(0.4));
    expect(drift).toMatchObject({ above: 12, below: 0, isClear: true });
    expect(drift?.medianError).toBeCloseTo(0.4);
  });

  it('does not warn where half did', () => {
    expect(errorDrift(alternating, alternating)?.isClear).toBe(false);
  });

  it('warns where errors are on both sides, but far wider than on held-out launches', () => {
    const wide = alternating.map((miss) => 10 * miss);
    expect(errorDrift(wide)?.isClear).toBe(false);
    expect(errorDrift(wide, alternating)?.isClear).toBe(true);
  });

  it('warns by chance no oftener than it says', () => {
    const random = seededRandom(11);
    let warnings = 0;
    for (let shop = 0; shop < 2000; shop++) {
      const misses = Array.from({ length: 30 }, () => random() - 0.5);
      const heldOut = Array.from({ length: 80 }, () => random() - 0.5);
      if (errorDrift(misses, heldOut)?.isClear) warnings++;
    }
    expect(warnings).toBeLessThanOrEqual(2000 * 0.01 + 10);
  });
});
