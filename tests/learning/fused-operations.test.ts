// The plain kernels are held to double precision by network.test.ts, the SIMD ones here to the plain ones, for every size.

import { tensor, tidy, valueAndGrads, type Tensor } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BackendName } from '#core/model/training/training-report.ts';
import { seededRandom } from '#core/base/random.ts';
import {
  activate,
  headSums,
  likelihood,
  memberWeights,
  signedSum,
} from '#learning/fused-operations.ts';
import { expectNoTensorLeak, randomVector, withSession } from './support.ts';

/** An operation on tensors of these shapes, of which the first `learnt` take gradients. */
interface Question {
  readonly shapes: readonly number[][];
  readonly learnt: number;
  readonly run: (...inputs: Tensor[]) => Tensor;
}

const length = fc.integer({ min: 1, max: 11 });
const sizes = fc.record({
  members: fc.integer({ min: 1, max: 3 }),
  rows: length,
  width: length,
  heads: fc.integer({ min: 1, max: 3 }),
  rowsFirst: fc.boolean(),
  isGained: fc.boolean(),
  isMasked: fc.boolean(),
});
type Sizes = typeof sizes extends fc.Arbitrary<infer T> ? T : never;

const operations: Record<string, (sizes: Sizes) => Question> = {
  'the weights of members': ({ rows, members, width }) => ({
    shapes: [
      [rows, 1, width],
      [rows, members, 1],
    ],
    learnt: 2,
    run: (weights, signs) => memberWeights(weights, signs),
  }),
  'the hidden layer': ({ members, rows, width, rowsFirst, isGained, isMasked }) => {
    const line = members * width;
    const x = rowsFirst ? [rows, line] : [members, rows, width];
    const gain = isGained ? [[line]] : [];
    const mask = isMasked ? [[members, rows, width]] : [];
    return {
      shapes: [x, [line], [line], ...gain, ...mask],
      learnt: 3 + gain.length,
      run: (own, scale, bias, ...rest) =>
        activate(
          {
            ...{ x: own, scale: scale, bias: bias },
            gain: isGained ? rest[0] : undefined,
            mask: isMasked ? rest.at(-1) : undefined,
          },
          { members, rows, width, rowsFirst },
        ),
    };
  },
  'the sum with signs': ({ members, rows, width }) => ({
    shapes: [
      [members, rows, width],
      [members, rows, width],
      [members, 1, width],
    ],
    learnt: 3,
    run: (a, b, bias) =>
      signedSum({ a: a, b: b, bias: bias }, [
        { output: width - 1, sign: -1, shift: -1 },
        ...(width > 1 ? [{ output: 0, sign: 1, shift: 0.5 } as const] : []),
      ]),
  }),
  'the sum without signs': ({ members, rows, width }) => ({
    shapes: [
      [members, rows, width],
      [members, rows, width],
      [members, 1, width],
    ],
    learnt: 3,
    run: (a, b, bias) => signedSum({ a: a, b: b, bias: bias }, []),
  }),
  'the sums of heads': ({ members, rows, width, heads }) => ({
    shapes: [[members, rows, width], [rows, width], [heads, width], [heads]],
    learnt: 1,
    run: (y, phi, gather, offsets) =>
      headSums({ y: y, phi: phi, gather: gather, offsets: offsets }),
  }),
  'the likelihood': ({ members, rows, heads }) => ({
    shapes: [[members, rows, heads], ...Array.from({ length: 4 }, () => [rows, heads])],
    learnt: 1,
    run: (z, soft, square, target, constant) =>
      likelihood({
        ...{ z: z, soft: soft, square: square },
        ...{ target: target, constant: constant },
      }),
  }),
};

/** For each question the result, and for some slopes of it what they are for each learnt input. */
function answersOn(backend: BackendName, questions: readonly Question[]): Promise<number[][]> {
  return withSession(backend, async (session) => {
    const answers: number[][] = [];
    await expectNoTensorLeak(async () => {
      for (const question of questions) {
        for (const answer of tidy(() => answersOf(question))) {
          answers.push([...(await session.read(answer))]);
        }
      }
    });
    return answers;
  });
}

function answersOf({ shapes, learnt, run }: Question): Tensor[] {
  const random = seededRandom(5);
  const given = (shape: number[]) =>
    tensor(
      randomVector(sizeOf(shape), random).map((value) => 3 * value),
      shape,
    );
  const inputs = shapes.map(given);
  const whole = (...some: Tensor[]) => run(...some, ...inputs.slice(learnt));
  const slopes = given(tidy(() => run(...inputs)).shape);
  const { value, grads } = valueAndGrads(whole)(inputs.slice(0, learnt), slopes);
  return [value, ...grads];
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, each) => product * each, 1);
}

it.each(Object.keys(operations))('on WASM %s and its slopes are those of the CPU', async (name) => {
  const questions = fc.sample(sizes, { seed: 1, numRuns: 60 }).map(operations[name]!);
  const expected = await answersOn('cpu', questions);
  const found = await answersOn('wasm', questions);
  const lengths = (answers: number[][]) => answers.map((values) => values.length);
  expect(lengths(found)).toEqual(lengths(expected));
  expected.forEach((values, i) => {
    const most = Math.max(1, ...values.map(Math.abs));
    values.forEach((value, j) => expect(Math.abs(found[i]![j]! - value)).toBeLessThan(1e-5 * most));
  });
});
