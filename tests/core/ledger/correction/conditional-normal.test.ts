import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionalNormal } from '#core/ledger/correction/conditional-normal.ts';

const entry = fc.double({ min: -1, max: 1, noNaN: true });
/** A Aᵀ + I is positive definite. */
const anyCovariance = fc.array(entry, { minLength: 9, maxLength: 9 }).map((a) =>
  [0, 1, 2].map((i) =>
    [0, 1, 2].map((j) => {
      const product = [0, 1, 2].reduce((all, k) => all + a[3 * i + k]! * a[3 * j + k]!, 0);
      return product + (i === j ? 1 : 0);
    }),
  ),
);

describe('conditionalNormal', () => {
  it('moves the mean as the density of the normal distribution says, integrated on a grid', () => {
    fc.assert(
      fc.property(anyCovariance, entry, entry, (covariance, first, second) => {
        const { weights } = conditionalNormal(covariance, [0, 1], [2]);
        const inverse = inverseOf(covariance);
        let [mass, moment] = [0, 0];
        for (let x = -15; x <= 15; x += 0.02) {
          const v = [first, second, x];
          let form = 0;
          v.forEach((a, i) => v.forEach((b, j) => (form += a * inverse[i]![j]! * b)));
          mass += Math.exp(-form / 2);
          moment += x * Math.exp(-form / 2);
        }
        const mean = first * weights[0]![0]! + second * weights[1]![0]!;
        expect(mean).toBeCloseTo(moment / mass, 5);
      }),
      { numRuns: 50 },
    );
  });

  it('measures distance in standard deviations', () => {
    const { distance } = conditionalNormal(
      [
        [4, 0, 0],
        [0, 9, 0],
        [0, 0, 1],
      ],
      [0, 1],
      [2],
    );
    expect(distance([2, 3])).toBeCloseTo(2, 6);
  });

  it('believes nothing where nothing is seen', () => {
    const { weights, distance } = conditionalNormal([[1]], [], [0]);
    expect(weights).toEqual([]);
    expect(distance([])).toBe(0);
  });
});

/** Inverse by cofactors. */
function inverseOf(a: readonly (readonly number[])[]): number[][] {
  const minor = (i: number, j: number): number => {
    const [r, s] = [0, 1, 2].filter((k) => k !== i);
    const [c, d] = [0, 1, 2].filter((k) => k !== j);
    return a[r!]![c!]! * a[s!]![d!]! - a[r!]![d!]! * a[s!]![c!]!;
  };
  const determinant = [0, 1, 2].reduce((all, j) => all + (-1) ** j * a[0]![j]! * minor(0, j), 0);
  return [0, 1, 2].map((i) => [0, 1, 2].map((j) => ((-1) ** (i + j) * minor(j, i)) / determinant));
}
