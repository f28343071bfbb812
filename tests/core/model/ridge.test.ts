import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestByLeaveOneOut, bestOnLaterRows, predictRidge, ridgePath } from '#core/model/ridge.ts';
import { seededRandom } from '#core/random.ts';

const fitRidge = (x: Float32Array, y: Float64Array) => bestByLeaveOneOut([...ridgePath(x, y)]);

function problem(rows: number, columns: number, seed: number) {
  const random = seededRandom(seed);
  const x = Float32Array.from({ length: rows * columns }, () => (random() < 0.4 ? random() : 0));
  const weights = Array.from({ length: columns }, () => 4 * random() - 2);
  const y = Float64Array.from({ length: rows }, (_, i) => {
    const signal = weights.reduce((sum, weight, j) => sum + weight * x[i * columns + j]!, 1);
    return signal + random() - 0.5;
  });
  return { x, y, columns };
}

describe('ridge', () => {
  it('has a zero gradient of Σ(y − ŷ)² + penalty·|w|² at its solution', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 12 }),
        (seed, columns) => {
          const { x, y } = problem(20, columns, seed);
          const { ridge } = fitRidge(x, y);
          const residual = predictRidge(ridge, x).map((value, i) => y[i]! - value);
          expect(residual.reduce((a, b) => a + b)).toBeCloseTo(0, 6);
          for (let j = 0; j < columns; j++) {
            const slope = residual.reduce((sum, r, i) => sum + r * x[i * columns + j]!, 0);
            expect(slope - ridge.penalty * ridge.weights[j]!).toBeCloseTo(0, 5);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('agrees with scikit-learn', () => {
    // tests/support/references/scikit_learn.py
    const recorded = [
      [0.83390765, 0.13691707, 0.96788422],
      [0.77737226, 0.14963504, 1.06569343],
      [0.65584416, 0.15800866, 1.2987013],
    ];
    const x = Float32Array.of(0, 1, 1, 0, 2, 1, 3, 3, 4, 1);
    const path = [...ridgePath(x, Float64Array.of(1, 2, 2.5, 4, 4.5), [0.3, 1, 3])];
    path.forEach(({ ridge }, i) => {
      [...ridge.weights, ridge.intercept].forEach((value, j) =>
        expect(value).toBeCloseTo(recorded[i]![j]!, 7),
      );
    });
  });

  it('takes the penalty that predicts later rows best', () => {
    const { x, y } = problem(40, 8, 3);
    const path = [...ridgePath(x, y)];
    const later = { x, y: y.map(() => 1) }; // a future in which the columns no longer matter
    expect(bestOnLaterRows(path, later).ridge.penalty).toBeGreaterThan(
      bestOnLaterRows(path, { x, y }).ridge.penalty,
    );
  });

  it('gives leave-one-out residuals equal to refitting without the row', () => {
    const { x, y, columns } = problem(15, 3, 4);
    const { ridge, leaveOneOut } = fitRidge(x, y);
    for (const left of [0, 7, 14]) {
      const keep = Array.from(y.keys()).filter((i) => i !== left);
      const xs = keep.map((i) => Array.from(x.slice(i * columns, (i + 1) * columns)));
      const refit = solveByHand(
        xs,
        keep.map((i) => y[i]!),
        ridge.penalty,
      );
      const row = Array.from(x.slice(left * columns, (left + 1) * columns));
      const predicted = row.reduce((sum, value, j) => sum + value * refit[j]!, refit[columns]!);
      expect(leaveOneOut[left]).toBeCloseTo(y[left]! - predicted, 6);
    }
  });

  it('shrinks to the mean when columns tell nothing', () => {
    const x = Float32Array.from({ length: 10 }, (_, i) => i % 2);
    const y = Float64Array.from({ length: 10 }, (_, i) => (i * 7) % 5);
    const { ridge } = fitRidge(x, y);
    expect(Math.abs(ridge.weights[0]!)).toBeLessThan(0.05);
  });

  it('survives constant and duplicate columns and more columns than rows', () => {
    const x = Float32Array.from({ length: 8 * 30 }, (_, i) => (i % 30 < 2 ? 1 : i % 7));
    const y = Float64Array.from({ length: 8 }, (_, i) => i);
    const { ridge, leaveOneOut } = fitRidge(x, y);
    expect([...ridge.weights, ...leaveOneOut, ridge.intercept].every(Number.isFinite)).toBe(true);
  });
});

/** Gauss–Jordan on the normal equations, intercept last and unpenalised. */
function solveByHand(x: number[][], y: number[], penalty: number): number[] {
  const rows = x.map((row) => [...row, 1]);
  const size = rows[0]!.length;
  const system = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_, j) => {
      const product = rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0);
      return product + (i === j && i < size - 1 ? penalty : 0);
    }),
    rows.reduce((sum, row, n) => sum + row[i]! * y[n]!, 0),
  ]);
  for (let pivot = 0; pivot < size; pivot++) {
    const scale = system[pivot]![pivot]!;
    system[pivot] = system[pivot]!.map((value) => value / scale);
    for (let i = 0; i < size; i++) {
      if (i === pivot) continue;
      const factor = system[i]![pivot]!;
      system[i] = system[i]!.map((value, j) => value - factor * system[pivot]![j]!);
    }
  }
  return system.map((row) => row[size]!);
}
