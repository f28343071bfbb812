import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minimise, type Smooth } from '#core/base/statistics/lbfgs.ts';

const DESCENT = { iterations: 200, tolerance: 0 };

/** ½ Σ c (x − m)², plus ½ (Σ (x − m))² so that coordinates depend on each other. */
function bowl(curvatures: readonly number[], middle: readonly number[]): Smooth {
  return (at, gradient) => {
    const away = Array.from(at, (x, j) => x - middle[j]!);
    const total = away.reduce((all, each) => all + each, 0);
    away.forEach((d, j) => (gradient[j] = curvatures[j]! * d + total));
    return 0.5 * total ** 2 + 0.5 * away.reduce((all, d, j) => all + curvatures[j]! * d * d, 0);
  };
}

it('finds the middle of any bowl', () => {
  const sides = fc.array(
    fc.tuple(fc.double({ min: 0.05, max: 50, noNaN: true }), fc.integer({ min: -9, max: 9 })),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(sides, (drawn) => {
      const middle = drawn.map(([, m]) => m);
      const smooth = bowl(
        drawn.map(([c]) => c),
        middle,
      );
      const found = minimise(smooth, new Float64Array(drawn.length), DESCENT);
      found.forEach((x, j) => expect(x).toBeCloseTo(middle[j]!, 4));
    }),
  );
});

it('finds the lowest point of a sum of exponentials', () => {
  const smooth: Smooth = (at, gradient) => {
    const [x] = at;
    gradient[0] = Math.exp(x!) - 3 * Math.exp(-x!);
    return Math.exp(x!) + 3 * Math.exp(-x!);
  };
  expect(minimise(smooth, Float64Array.of(8), DESCENT)[0]).toBeCloseTo(Math.log(3) / 2, 6);
});

it('stays where nothing is lower', () => {
  expect([...minimise(bowl([1, 2], [3, 4]), Float64Array.of(3, 4), DESCENT)]).toEqual([3, 4]);
});
