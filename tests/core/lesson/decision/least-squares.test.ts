import { describe, expect, it } from 'vitest';
import { fitLinear, weighted, weightAt } from '#core/lesson/decision/least-squares.ts';

const ROWS = [
  [1, 0.5, -1],
  [1, 2, 0],
  [1, -1.5, 2.5],
  [1, 3, 1],
  [1, 0, 4],
  [1, -2, -3],
];
const RANGE = [0.7061733346059438, 1.165945813096622];
const TARGET = [2, 3.5, -1, 4, 1.5, 0.5];

describe('least squares', () => {
  it('gives the weights, variance and ranges that NumPy and SciPy give (lesson_least_squares.py)', () => {
    const fit = fitLinear(ROWS, TARGET);
    [1.540395347151761, 0.9360595738512829, -0.17556892303232352].forEach((weight, i) =>
      expect(fit.weights[i]).toBeCloseTo(weight, 12),
    );
    expect(fit.variance).toBeCloseTo(0.3629677610281683, 12);
    expect(fit.freedom).toBe(3);
    expect(weightAt(fit, 1, 0.1)).toBeCloseTo(RANGE[0]!, 8);
    expect(weightAt(fit, 1, 0.9)).toBeCloseTo(RANGE[1]!, 8);
  });

  it('shrinks all weights but the constant', () => {
    const { weights } = fitLinear(ROWS, TARGET, { penalty: 2 });
    [1.5594854565537553, 0.8426454344624447, -0.1549153166421208].forEach((weight, i) =>
      expect(weights[i]).toBeCloseTo(weight, 12),
    );
  });

  it('finds no better weights nearby', () => {
    const { weights } = fitLinear(ROWS, TARGET);
    const squares = (moved: Float64Array) =>
      ROWS.reduce((sum, row, k) => sum + (TARGET[k]! - weighted(moved, row)) ** 2, 0);
    for (const column of weights.keys())
      for (const by of [-1e-3, 1e-3]) {
        const moved = weights.map((weight, i) => weight + (i === column ? by : 0));
        expect(squares(moved)).toBeGreaterThan(squares(weights));
      }
  });
});
