import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import {
  predictRidge,
  ridgeCoefficients,
  valuesOfActions,
  type Ridge,
} from '#core/model/ridge/ridge.ts';
import { denseInteractions, times } from '../../../support/dense.ts';

function problem(seed: number, { rows = 5, inputs = 4, basis = 3 } = {}) {
  const random = seededRandom(seed);
  const numbers = (length: number) =>
    Float32Array.from({ length }, () => (random() < 0.4 ? 0 : 2 * random() - 1));
  const ridge: Ridge = {
    base: 1.5,
    weights: numbers((1 + inputs) * basis),
    signed: [],
    penalties: Float64Array.of(1),
    noise: 1,
  };
  const phi = numbers(rows * basis).map((value, i) => (i % basis === 0 ? 1 : value));
  return { ridge, x: numbers(rows * inputs), phi, rows, inputs, basis };
}

describe('a ridge', () => {
  it('predicts its base and every product input times every action column', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(5), (seed, inputs) => {
        const { ridge, x, phi, rows } = problem(seed, { inputs });
        const dense = denseInteractions({ x, phi, batch: new Uint32Array(rows) });
        const expected = times(dense, [...ridge.weights, ridge.base]);
        predictRidge(ridge, x, phi, rows).forEach((value, row) =>
          expect(value).toBeCloseTo(expected[row]!, 9),
        );
      }),
    );
  });

  it('takes a response of the wrong sign for none', () => {
    const { ridge, x, inputs } = problem(5);
    const first = x.subarray(0, inputs);
    const free = ridgeCoefficients(ridge, first);
    for (const sign of [1, -1] as const) {
      const held = ridgeCoefficients({ ...ridge, signed: [{ column: 2, sign }] }, first);
      expect(held[2]).toBe(sign * free[2]! > 0 ? free[2] : sign * 0);
      expect([...held.subarray(0, 2)]).toEqual([...free.subarray(0, 2)]);
    }
  });

  it('says the same of a launch as of its product and then of its action', () => {
    const { ridge, x, phi, rows, inputs, basis } = problem(3);
    const predicted = predictRidge(ridge, x, phi, rows);
    for (let row = 0; row < rows; row++) {
      const own = ridgeCoefficients(ridge, x.subarray(row * inputs, (row + 1) * inputs));
      expect(own).toHaveLength(basis);
      expect(valuesOfActions(own, phi)[row]).toBe(predicted[row]);
    }
  });

  it('holds its base in the constant, and changes nothing of its own', () => {
    const { ridge, inputs, basis } = problem(4);
    const before = ridge.weights.slice();
    const unknown = ridgeCoefficients(ridge, new Float32Array(inputs));
    expect(unknown[0]).toBe(ridge.base + ridge.weights[0]!);
    expect([...unknown.slice(1)]).toEqual([...ridge.weights.slice(1, basis)]);
    expect(ridge.weights).toEqual(before);
  });

  it('predicts nothing of no launches', () => {
    const { ridge } = problem(5);
    expect(predictRidge(ridge, new Float32Array(), new Float32Array(), 0)).toHaveLength(0);
  });
});
