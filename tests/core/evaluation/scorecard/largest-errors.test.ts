import { describe, expect, it } from 'vitest';
import { largestErrors } from '#core/evaluation/scorecard/largest-errors.ts';
import { heldOutOf } from '../../../support/held-out.ts';
import { hidden, reference } from './reference.ts';

describe('the worst misses', () => {
  it('are those of NumPy, with what was promised', () => {
    const misses = largestErrors(hidden, 10);
    expect(misses.map(({ row }) => row)).toEqual(reference.worst);
    for (const { row, expectedUnits, actualUnits, low80, high80 } of misses) {
      expect(expectedUnits).toBe(reference.heldOut.debut[row]);
      expect(actualUnits).toBe(reference.heldOut.actual[row]);
      expect(low80).toBeLessThan(high80);
    }
  });

  it('do not blame a launch that sold all it had for what it could not sell', () => {
    const heldOut = heldOutOf({
      actual: [10, 10, 10],
      debut: [90, 15, 5],
      soldOut: [true, false, true],
    });
    expect(largestErrors(heldOut, 3).map(({ row }) => row)).toEqual([1, 2, 0]);
  });
});
