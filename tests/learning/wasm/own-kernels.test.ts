import { clone, matMul, slice, softplus, sum, tensor, type Tensor } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import type { EngineSession } from '#learning/session.ts';
import { openSession, randomVector } from '../support.ts';

let session: EngineSession;
beforeAll(async () => {
  session = await openSession('wasm');
});
afterAll(() => session.dispose());

const sizeOf = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1);

function randomTensor(shape: number[], seed: number): { tensor: Tensor; values: Float32Array } {
  const values = randomVector(sizeOf(shape), seededRandom(seed));
  return { tensor: tensor(values, shape), values };
}

/** Every index of a shape, in row-major order. */
function indexesOf(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (all, length) => all.flatMap((index) => Array.from({ length }, (_, i) => [...index, i])),
    [[]],
  );
}

function place(shape: readonly number[], index: readonly number[]): number {
  return index.reduce((at, i, axis) => at * shape[axis]! + i, 0);
}

function expectClose(found: Float32Array, expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  const worst = expected.reduce((most, value, i) => Math.max(most, Math.abs(value - found[i]!)), 0);
  expect(worst).toBeLessThan(1e-5);
}

describe('the product of matrices', () => {
  const length = fc.integer({ min: 1, max: 19 });
  const batch = fc.constantFrom(
    [[], []],
    [[3], [3]],
    [[1], [4]],
    [[4], [1]],
    [
      [2, 3],
      [2, 3],
    ],
  );
  const question = fc.record({
    m: length,
    n: length,
    k: length,
    batch,
    transposeA: fc.boolean(),
    transposeB: fc.boolean(),
  });

  it('is that of the textbook for every size, transposition and batch', async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ m, n, k, batch: [outerA, outerB], ...transposed }) => {
        const shapeA = [...outerA, ...(transposed.transposeA ? [k, m] : [m, k])];
        const shapeB = [...outerB, ...(transposed.transposeB ? [n, k] : [k, n])];
        const a = randomTensor(shapeA, 1);
        const b = randomTensor(shapeB, 2);
        const { transposeA, transposeB } = transposed;
        const found = await session.read(matMul(a.tensor, b.tensor, transposeA, transposeB));
        a.tensor.dispose();
        b.tensor.dispose();
        const countA = sizeOf(outerA);
        const countB = sizeOf(outerB);
        const expected = indexesOf([Math.max(countA, countB), m, n]).map(([i, row, column]) => {
          const partA = a.values.subarray((countA === 1 ? 0 : i!) * m * k);
          const partB = b.values.subarray((countB === 1 ? 0 : i!) * k * n);
          const valueA = (shared: number) =>
            partA[transposeA ? shared * m + row! : row! * k + shared]!;
          const valueB = (shared: number) =>
            partB[transposeB ? column! * k + shared : shared * n + column!]!;
          let value = 0;
          for (let shared = 0; shared < k; shared++) value += valueA(shared) * valueB(shared);
          return value;
        });
        expectClose(found, expected);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    { says: 'whole strips', m: 40, n: 96, k: 40 },
    { says: 'a strip of each width', m: 37, n: 112, k: 33 },
    { says: 'strips that overlap', m: 33, n: 107, k: 21 },
    { says: 'a shared axis of two blocks', m: 35, n: 65, k: 200 },
    { says: 'rows of several blocks', m: 300, n: 17, k: 11 },
  ])('leaves out zeros and is the same: $says', async ({ m, n, k }) => {
    for (const [share, transposeA] of [0, 0.2, 0.5, 0.9].flatMap((each) => [
      [each, false] as const,
      [each, true] as const,
    ])) {
      const random = seededRandom(m + n + k);
      const values = Float32Array.from({ length: m * k }, () =>
        random() < share ? 2 * random() - 1 : random() < 0.5 ? 0 : -0,
      );
      const a = tensor(values, transposeA ? [k, m] : [m, k]);
      const b = randomTensor([k, n], 2);
      const found = await session.read(matMul(a, b.tensor, transposeA, false));
      a.dispose();
      b.tensor.dispose();
      const valueA = (row: number, i: number) => values[transposeA ? i * m + row : row * k + i]!;
      const expected = Array.from({ length: m * n }, (_, at) => {
        let value = 0;
        for (let i = 0; i < k; i++)
          value += valueA(Math.floor(at / n), i) * b.values[i * n + (at % n)]!;
        return value;
      });
      expectClose(found, expected);
    }
  });

  it('refuses shapes that do not multiply', () => {
    const a = tensor(new Float32Array(24), [4, 2, 3]);
    const b = tensor(new Float32Array(18), [3, 3, 2]);
    expect(() => matMul(a, b)).toThrow();
  });
});

const shapes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });

describe('the sum', () => {
  it('is the same over any axes, kept or not', async () => {
    const question = shapes.chain((shape) =>
      fc.record({
        shape: fc.constant(shape),
        axes: fc.uniqueArray(fc.nat(shape.length - 1), { minLength: 1 }),
        keepDims: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(question, async ({ shape, axes, keepDims }) => {
        const x = randomTensor(shape, 3);
        const result = sum(x.tensor, axes, keepDims);
        const keptShape = shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
        expect(result.shape).toEqual(
          keepDims ? keptShape : shape.filter((_, axis) => !axes.includes(axis)),
        );
        const expected = Array<number>(sizeOf(keptShape)).fill(0);
        indexesOf(shape).forEach((index, i) => {
          const target = index.map((at, axis) => (axes.includes(axis) ? 0 : at));
          expected[place(keptShape, target)]! += x.values[i]!;
        });
        expectClose(await session.read(result), expected);
        x.tensor.dispose();
      }),
      { numRuns: 100 },
    );
  });

  it('takes whole vectors and what is left over', async () => {
    for (const size of [1, 3, 4, 5, 127, 1024]) {
      const x = randomTensor([size], 4);
      const [found] = await session.read(sum(x.tensor));
      expect(found).toBeCloseTo(
        Array.from(x.values).reduce((total, value) => total + value, 0),
        4,
      );
      x.tensor.dispose();
    }
  });
});

describe('the slice', () => {
  it('is the part that was asked for', async () => {
    const question = shapes.chain((shape) =>
      fc.record({
        shape: fc.constant(shape),
        bounds: fc.tuple(
          ...shape.map((size) =>
            fc
              .nat(size - 1)
              .chain((begin) =>
                fc.tuple(fc.constant(begin), fc.integer({ min: 1, max: size - begin })),
              ),
          ),
        ),
        openEnded: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(question, async ({ shape, bounds, openEnded }) => {
        const x = randomTensor(shape, 5);
        const begin = bounds.map(([first]) => first);
        const size = bounds.map(([first, count], axis) =>
          openEnded ? shape[axis]! - first : count,
        );
        const found = await session.read(
          slice(x.tensor, begin, openEnded ? size.map(() => -1) : size),
        );
        const expected = indexesOf(size).map(
          (index) =>
            x.values[
              place(
                shape,
                index.map((at, axis) => at + begin[axis]!),
              )
            ]!,
        );
        expect(Array.from(found)).toEqual(expected);
        x.tensor.dispose();
      }),
      { numRuns: 100 },
    );
  });
});

describe('the clone', () => {
  it('keeps its values when the original goes', async () => {
    const x = randomTensor([7], 6);
    const copy = clone(x.tensor);
    x.tensor.dispose();
    const other = randomTensor([7], 7);
    expect(await session.read(copy)).toEqual(x.values);
    other.tensor.dispose();
  });
});

describe('the softplus', () => {
  const softplusOf = async (values: readonly number[]): Promise<Float32Array> => {
    const x = tensor(values, [values.length], 'float32');
    const found = await session.read(softplus(x));
    x.dispose();
    return found;
  };

  it('is log(1 + e^x) to seven digits, for every count of numbers', async () => {
    const numbers = fc.array(fc.double({ min: -85, max: 85, noNaN: true }).map(Math.fround), {
      minLength: 1,
      maxLength: 23,
    });
    await fc.assert(
      fc.asyncProperty(numbers, async (values) => {
        const found = await softplusOf(values);
        const expected = values.map((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
        expect(found.length).toBe(values.length);
        expected.forEach((value, i) => expect(Math.abs(found[i]! / value - 1)).toBeLessThan(5e-7));
      }),
    );
  });

  it('knows its ends', async () => {
    const found = await softplusOf([0, -0, 1e4, -1e4, Infinity, -Infinity, NaN]);
    expect([...found.subarray(0, 3)]).toEqual([Math.fround(Math.LN2), Math.fround(Math.LN2), 1e4]);
    expect(found[3]).toBeCloseTo(0, 30);
    expect(found[4]).toBe(Infinity);
    expect(found[5]).toBeCloseTo(0, 30);
    expect(found[6]).toBeNaN();
  });
});
