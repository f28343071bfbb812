import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Interactions } from '#core/model/ridge/interactions.ts';
import { denseInteractions, dot, times, transposed } from '../../../support/dense.ts';

/** Rows with many inputs of zero, as products have, and anything to multiply them by. */
const problems = fc
  .record({
    rows: fc.integer({ min: 1, max: 7 }),
    inputs: fc.integer({ min: 0, max: 4 }),
    basis: fc.integer({ min: 1, max: 4 }),
    batches: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ rows, inputs, basis, batches }) => {
    const number = fc.oneof(fc.constant(0), fc.integer({ min: -40, max: 40 }));
    const numbers = (length: number) =>
      fc
        .array(number, { minLength: length, maxLength: length })
        .map((values) => Float64Array.from(values, (value) => value / 8));
    const size = (1 + inputs) * basis + batches;
    const batch = fc.array(fc.nat(batches - 1), { minLength: rows, maxLength: rows });
    return fc.record({
      x: numbers(rows * inputs).map((values) => Float32Array.from(values)),
      phi: numbers(rows * basis).map((values) => Float32Array.from(values)),
      batch: batch.map((values) => Uint32Array.from([...values.slice(0, -1), batches - 1])),
      coefficients: numbers(size),
      rowValues: numbers(rows),
    });
  });

describe('interactions', () => {
  it('multiply as the matrix does that they never write out', () => {
    fc.assert(
      fc.property(problems, ({ x, phi, batch, coefficients, rowValues }) => {
        const sparse = new Interactions(x, phi, batch);
        const dense = denseInteractions({ x, phi, batch });
        const squares = dense.map((row) => row.map((value) => value ** 2));
        expect(sparse.rowCount).toBe(batch.length);
        expect(sparse.size).toBe(coefficients.length);
        // Eighths are exact in every order of adding.
        expect(plain(sparse.times(coefficients))).toEqual(plain(times(dense, coefficients)));
        expect(plain(sparse.gather(rowValues))).toEqual(plain(times(transposed(dense), rowValues)));
        expect(plain(sparse.squares(rowValues))).toEqual(
          plain(times(transposed(squares), rowValues)),
        );
      }),
    );
  });

  it('are adjoint: what rows say of coefficients is what coefficients say of rows', () => {
    fc.assert(
      fc.property(problems, ({ x, phi, batch, coefficients, rowValues }) => {
        const sparse = new Interactions(x, phi, batch);
        const there = dot(sparse.times(coefficients), rowValues);
        expect(there).toBeCloseTo(dot(coefficients, sparse.gather(rowValues)), 9);
      }),
    );
  });

  it('leave what they are given as it is', () => {
    const [x, phi, batch] = [Float32Array.of(2, 0), Float32Array.of(1, 3), Uint32Array.of(1, 0)];
    const sparse = new Interactions(x, phi, batch);
    sparse.squares(Float64Array.of(1, 1));
    expect([...sparse.times(Float64Array.of(1, 1, 0, 5))]).toEqual([8, 3]);
    expect([...x, ...phi, ...batch]).toEqual([2, 0, 1, 3, 1, 0]);
  });
});

/** Without the sign of zero. */
function plain(values: ArrayLike<number>): number[] {
  return Array.from(values, (value) => value + 0);
}
