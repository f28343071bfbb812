import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairGroups } from '#core/model/ridge/coefficient-groups.ts';
import { fitRidge } from '#core/model/ridge/marginal-likelihood.ts';
import { Interactions } from '#core/model/ridge/interactions.ts';
import { predictRidge } from '#core/model/ridge/ridge.ts';
import { seededRandom } from '#core/base/random.ts';
import { openNormalMatrix } from '#learning/wasm/normal-matrix.ts';

/** Small whole numbers, whose sums of products single precision holds exactly. */
const wholes = (length: number) =>
  fc.array(fc.integer({ min: -2, max: 2 }), { minLength: length, maxLength: length });

const problems = fc
  .record({
    rows: fc.integer({ min: 1, max: 9 }),
    inputs: fc.integer({ min: 0, max: 5 }),
    basis: fc.integer({ min: 1, max: 11 }),
    batches: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ rows, inputs, basis, batches }) =>
    fc.record({
      x: wholes(rows * inputs).map((values) => Float32Array.from(values)),
      phi: wholes(rows * basis).map((values) => Float32Array.from(values)),
      batch: fc
        .array(fc.nat(batches - 1), { minLength: rows, maxLength: rows })
        .map((values) => Uint32Array.from([...values.slice(1), batches - 1])),
      coefficients: wholes((1 + inputs) * basis + batches).map((v) => Float64Array.from(v)),
      weights: wholes(rows).map((values) => Float64Array.from(values, Math.abs)),
    }),
  );

/** Without zeros of either sign. */
const plain = (values: Float64Array) => Array.from(values, (value) => value + 0);

describe('the normal matrix in WASM', () => {
  it('multiplies as the one in JavaScript, and has its diagonal', () => {
    fc.assert(
      fc.property(problems, ({ x, phi, batch, coefficients, weights }) => {
        const slow = new Interactions(x, phi, batch);
        const fast = new Interactions(x, phi, batch, openNormalMatrix);
        expect(plain(fast.multiply(coefficients, weights))).toEqual(
          plain(slow.multiply(coefficients, weights)),
        );
        expect(plain(fast.diagonal(weights))).toEqual(plain(slow.diagonal(weights)));
      }),
    );
  });

  it('is itself again after another one, larger than all before, was multiplied by', () => {
    const random = seededRandom(1);
    const numbers = (length: number) => Float32Array.from({ length }, () => random() - 0.5);
    const open = (rows: number) =>
      new Interactions(
        numbers(rows * 7),
        numbers(rows * 5),
        new Uint32Array(rows),
        openNormalMatrix,
      );
    const [small, large] = [open(10), open(9_000)];
    const multiplied = (by: Interactions) =>
      by.multiply(new Float64Array(by.size).fill(1), new Float64Array(by.rowCount).fill(1));
    const before = multiplied(small);
    expect(multiplied(large).length).toBe(large.size);
    expect(multiplied(small)).toEqual(before);
  });

  it('fits the ridge that JavaScript fits', () => {
    const random = seededRandom(2);
    const [rows, inputs, basis] = [300, 12, 9];
    const x = Float32Array.from({ length: rows * inputs }, () => (random() < 0.3 ? 1 : 0));
    const phi = Float32Array.from({ length: rows * basis }, (_, i) =>
      i % basis === 0 ? 1 : random() - 0.5,
    );
    const target = Float64Array.from(
      { length: rows },
      (_, row) => x[row * inputs]! * (1 + phi[row * basis + 1]!) + 0.3 * (random() - 0.5),
    );
    const lessons = {
      ...{ x, phi, target },
      weight: new Float64Array(rows).fill(1),
      batch: Uint32Array.from({ length: rows }, (_, row) => Math.floor(row / 20)),
    };
    const groups = pairGroups(
      Array.from({ length: inputs }, (_, j) => j % 3),
      Array.from({ length: basis }, (_, k) => Math.min(k, 2)),
    );
    const predicted = (open?: typeof openNormalMatrix) => {
      const fit = fitRidge(lessons, { groups, random: seededRandom(3), openNormalMatrix: open });
      for (;;) {
        const step = fit.next();
        if (step.done) return predictRidge(step.value, x, phi, rows);
      }
    };
    const slow = predicted();
    predicted(openNormalMatrix).forEach((value, row) => expect(value).toBeCloseTo(slow[row]!, 2));
  });
});
