import { describe, expect, it } from 'vitest';
import { addStart, startFromRidges } from '#core/model/training/net-start.ts';
import { parameterCount, segments } from '#core/model/net/net-layout.ts';
import { outputCount, type NetShape } from '#core/model/net/net.ts';
import { seededRandom } from '#core/base/random.ts';
import { predictRidge, type Ridge } from '#core/model/ridge/ridge.ts';
import { naivePredictors } from '../../../learning/naive-net.ts';

const INPUTS = 4;
const ROWS = 40;
const random = seededRandom(1);
const numbers = (length: number) => Float32Array.from({ length }, () => 2 * random() - 1);

/** A head with its basis, and a habit head. */
function shapeOf(signed: NetShape['heads'][number]['signed'] = []): NetShape {
  const heads = [
    { name: 'units', basis: 3, signed },
    { name: 'channel:web', basis: 1 },
  ];
  return { inputs: INPUTS, members: 2, width: 5, hasSkip: true, heads };
}

function ridgeOf(shape: NetShape, weights = numbers((1 + INPUTS) * 3)): Ridge {
  const signed = shape.heads[0]!.signed ?? [];
  return { base: 1.5, weights, signed, penalties: Float64Array.of(1), noise: 1 };
}

const x = numbers(ROWS * INPUTS);
const phi = numbers(ROWS * 3).map((value, i) => (i % 3 === 0 ? 1 : value));
const offsets = [0.7, -0.2];

/** Returns z of the first member by head and row, of a network that has only its start. */
function startedAt(shape: NetShape, ridge: Ridge): number[][] {
  const start = startFromRidges(shape, offsets, { ridges: [ridge], x });
  const theta = addStart(shape, new Float32Array(parameterCount(shape)), start);
  const tiled = Float32Array.from({ length: ROWS * 4 }, (_, i) =>
    i % 4 === 3 ? 1 : phi[Math.floor(i / 4) * 3 + (i % 4)]!,
  );
  const rows = { rowCount: ROWS, x, phi: tiled };
  const z = Array.from({ length: ROWS }, (_, row) =>
    naivePredictors({ shape, theta, rows, offsets }, 0, row),
  );
  return [0, 1].map((head) => z.map((own) => own[head]!));
}

/** Returns the largest difference of two lists of the same length. */
function farthest(a: readonly number[], b: ArrayLike<number>): number {
  expect(a).toHaveLength(b.length);
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));
}

describe('the start from ridges', () => {
  it("predicts what they predict, and the other heads' baselines", () => {
    const shape = shapeOf();
    const ridge = ridgeOf(shape);
    const [units, habit] = startedAt(shape, ridge);
    expect(farthest(units!, predictRidge(ridge, x, phi, ROWS))).toBeLessThan(2e-6);
    expect(new Set(habit)).toEqual(new Set([-0.2]));
  });

  it.each([1, -1] as const)('is close to them where a column has the sign %i', (sign) => {
    const shape = shapeOf([{ column: 2, sign, start: 0.26 }]);
    // A response that is usually 0.5, and 0.1 more or less by product.
    const weights = numbers((1 + INPUTS) * 3).map((w, i) => {
      if (i % 3 !== 2) return w;
      return i === 2 ? 0.5 * sign : 0.1 * w;
    });
    const ridge = ridgeOf(shape, weights);
    const [units] = startedAt(shape, ridge);
    expect(farthest(units!, predictRidge(ridge, x, phi, ROWS))).toBeLessThan(0.03);
  });

  it('has a faint response of the right sign where the learnt one is of the other', () => {
    const shape = shapeOf([{ column: 2, sign: -1, start: 0.26 }]);
    const weights = numbers((1 + INPUTS) * 3).map((w, i) => {
      if (i % 3 !== 2) return w;
      return i === 2 ? 0.5 : 0.1 * w;
    });
    const ridge = ridgeOf(shape, weights);
    const [units] = startedAt(shape, ridge);
    const without = predictRidge(ridge, x, phi, ROWS);
    const expected = without.map((value, row) => value - 0.002 * phi[row * 3 + 2]!);
    expect(farthest(units!, expected)).toBeLessThan(1e-5);
  });

  it('is added to the skip and bias of every member, and to nothing else', () => {
    const shape = shapeOf();
    const start = startFromRidges(shape, offsets, { ridges: [ridgeOf(shape)], x });
    const theta = numbers(parameterCount(shape));
    const whole = addStart(shape, theta, start);
    for (const { name, offset, size } of segments(shape)) {
      const added = { headSkip: start.skip, headBias: start.bias }[name as string];
      for (let i = 0; i < size; i++) {
        const own = added ? added[i % (size / shape.members)]! : 0;
        expect(whole[offset + i], name).toBe(Math.fround(theta[offset + i]! + own));
      }
    }
    expect(start).toMatchObject({ heads: 1 });
    expect(start.bias).toHaveLength(outputCount(shape));
  });
});
