import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { solve, type LinearSystem } from '#core/base/statistics/conjugate-gradients.ts';
import { dot, solveDense, times, transposed, type Dense } from '../../../support/dense.ts';

/** MᵀM and something on the diagonal, columns on scales far apart. */
function positiveDefinite(size: number, seed: number): { matrix: Dense; target: Float64Array } {
  const random = seededRandom(seed);
  const scales = Array.from({ length: size }, () => 10 ** (3 * random() - 1.5));
  const rows = Array.from({ length: size + 3 }, () => scales.map((s) => s * (2 * random() - 1)));
  const columns = transposed(rows);
  const matrix = columns.map((one, i) =>
    columns.map((other, j) => dot(one, other) + (i === j ? 0.1 * scales[i]! ** 2 : 0)),
  );
  return { matrix, target: Float64Array.from(scales, (scale) => scale * (2 * random() - 1)) };
}

function systemOf(matrix: Dense): LinearSystem {
  return {
    multiply: (vector) => Float64Array.from(times(matrix, vector)),
    diagonal: Float64Array.from(matrix, (row, i) => row[i]!),
  };
}

function solved(matrix: Dense, target: Float64Array, start: Float64Array, maxSteps: number) {
  const work = solve(systemOf(matrix), target, { start, maxSteps, tolerance: 1e-5 });
  for (let steps = 0; ; steps++) {
    const { done, value } = work.next();
    if (done) return { solution: value, steps };
  }
}

/** What the solver promises: of the residual, each entry against its diagonal. */
function miss(matrix: Dense, target: Float64Array, solution: Float64Array): number {
  const product = times(matrix, solution);
  const size = (of: (i: number) => number) =>
    matrix.reduce((sum, row, i) => sum + of(i) ** 2 / row[i]!, 0);
  return size((i) => target[i]! - product[i]!) / size((i) => target[i]!);
}

describe('conjugate gradients', () => {
  it('solve as elimination does', () => {
    const [sizes, seeds] = [fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 9999 })];
    fc.assert(
      fc.property(sizes, seeds, (size, seed) => {
        const { matrix, target } = positiveDefinite(size, seed);
        const { solution } = solved(matrix, target, new Float64Array(size), 60);
        const exact = solveDense(matrix, target);
        expect(miss(matrix, target, solution)).toBeLessThan(1.01e-5);
        // In the energy norm, in which every step comes nearer.
        const apart = Array.from(solution, (value, i) => value - exact[i]!);
        const energy = (vector: number[]) => dot(vector, times(matrix, vector));
        expect(energy(apart)).toBeLessThan(1e-3 * energy(exact));
      }),
    );
  });

  it('stop as soon as they are near enough, at once where they begin at the solution', () => {
    const { matrix, target } = positiveDefinite(10, 4);
    const exact = Float64Array.from(solveDense(matrix, target));
    expect(solved(matrix, target, exact.slice(), 60)).toEqual({ solution: exact, steps: 0 });
    const { steps } = solved(matrix, target, new Float64Array(10), 1000);
    expect(steps).toBeGreaterThan(1);
    expect(steps).toBeLessThan(30);
    const nearly = exact.map((value) => 1.01 * value);
    expect(solved(matrix, target, nearly, 1000).steps).toBeLessThan(steps);
  });

  it('take no more steps than they may, yielding after each, and come nearer with each', () => {
    const { matrix, target } = positiveDefinite(12, 7);
    const exact = solveDense(matrix, target);
    const distances = [0, 1, 2, 3, 4].map((maxSteps) => {
      const { solution, steps } = solved(matrix, target, new Float64Array(12), maxSteps);
      expect(steps).toBe(maxSteps);
      const apart = Array.from(solution, (value, i) => value - exact[i]!);
      return dot(apart, times(matrix, apart));
    });
    expect(distances).toEqual([...distances].sort((a, b) => b - a));
  });

  it('need one step where the diagonal is all there is', () => {
    const matrix = [2, 50, 0.01].map((value, i, all) => all.map((_, j) => (i === j ? value : 0)));
    const { solution, steps } = solved(matrix, Float64Array.of(4, 5, 6), new Float64Array(3), 9);
    expect(steps).toBe(1);
    [2, 0.1, 600].forEach((value, i) => expect(solution[i]).toBeCloseTo(value, 9));
  });

  it('leave nothing as nothing, and write over where they began', () => {
    const { matrix, target } = positiveDefinite(5, 2);
    const start = new Float64Array(5);
    expect(solved(matrix, new Float64Array(5), start, 9)).toEqual({ solution: start, steps: 0 });
    expect(solved(matrix, target, start, 9).solution).toBe(start);
  });
});
