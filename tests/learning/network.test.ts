import { dispose, tensor, tidy, valueAndGrads, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { parameterCount, segments } from '#core/model/net/net-layout.ts';
import { addStart, type NetStart } from '#core/model/training/net-start.ts';
import { outputCount, type NetShape, type TrainingRows } from '#core/model/net/net.ts';
import { seededRandom } from '#core/base/random.ts';
import {
  initialParameters,
  loss,
  networkConstants,
  optimiserScale,
  parameterTensors,
} from '#learning/network.ts';
import { rowTensors } from '#learning/row-tensors.ts';
import type { EngineSession } from '#learning/session.ts';
import { naiveGradient, naiveLoss, type NaiveMasks } from './naive-net.ts';
import { askStock, type StockAnswer } from './stock-process.ts';
import {
  norm,
  randomRows,
  randomVector,
  relativeDistance,
  settings,
  smallShape,
  withoutSkip,
  withSession,
} from './support.ts';

const oneHead: NetShape = { ...smallShape, heads: [{ name: 'units', basis: 4 }] };
const oneOfEach: NetShape = {
  inputs: 1,
  members: 1,
  width: 1,
  hasSkip: true,
  heads: [{ name: 'units', basis: 1 }],
};

interface Question {
  readonly shape: NetShape;
  readonly theta: Float32Array;
  readonly rows: TrainingRows;
  readonly masks?: NaiveMasks;
  readonly start?: NetStart;
}

/** Clips the gradients of random rows, and takes steps so long that the gradients change. */
const boldSettings = { ...settings, clipNorm: 0.4, learningRate: 0.05 };

const offsetsOf = (shape: NetShape) => shape.heads.map((_, i) => 0.3 * i - 0.2);

function startOf(shape: NetShape): Float32Array {
  const random = seededRandom(3);
  return initialParameters(shape, random).map((value) => value + 0.4 * (random() - 0.5));
}

function maskTensors({ shape, rows }: Question, masks: NaiveMasks) {
  const hidden = [shape.members, rows.rowCount, shape.width];
  return {
    hidden1: tensor(Array.from(masks.hidden1), hidden),
    hidden2: tensor(Array.from(masks.hidden2), hidden),
    skip: tensor(Array.from(masks.skip), [shape.members, rows.rowCount, shape.inputs]),
  };
}

async function tapeGradient(question: Question, session: EngineSession) {
  const { shape, rows, masks } = question;
  const { value, grads } = tidy(() => {
    const indexes = Array.from({ length: rows.rowCount }, (_, row) => row);
    const input = {
      rows: rowTensors(rows, shape, indexes),
      constants: networkConstants(shape, offsetsOf(shape), question.start),
      masks: masks && maskTensors(question, masks),
    };
    const lossOf = (...parameters: Tensor[]) => loss(shape, parameters, input);
    return valueAndGrads(lossOf)(parameterTensors(shape, question.theta));
  });
  const gradient = new Float32Array(question.theta.length);
  for (const [i, { offset }] of segments(shape).entries()) {
    gradient.set(await session.read(grads[i]!), offset);
  }
  const lossValue = (await session.read(value))[0]!;
  dispose([value]);
  return { loss: lossValue, gradient };
}

/** Returns the parameters after some training steps on the same rows and masks. */
async function trained(question: Question, steps: number, session: EngineSession) {
  const { shape, theta } = question;
  const start = { theta, scale: optimiserScale(shape), segments: segments(shape) };
  const optimiser = session.createOptimiser(start, boldSettings);
  for (let step = 0; step < steps; step++) {
    const { gradient } = await tapeGradient(
      { ...question, theta: await optimiser.read() },
      session,
    );
    tidy(() => {
      optimiser.step(parameterTensors(shape, gradient), boldSettings.learningRate);
    });
  }
  const values = await optimiser.read();
  optimiser.dispose();
  return values;
}

function maskValues(length: number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length }, () => (random() < 0.7 ? 1 / 0.7 : 0));
}

function randomMasks(shape: NetShape, rowCount: number): NaiveMasks {
  const hidden = shape.members * rowCount * shape.width;
  return {
    hidden1: maskValues(hidden, 1),
    hidden2: maskValues(hidden, 2),
    skip: maskValues(shape.members * rowCount * shape.inputs, 3),
  };
}

describe.each(['cpu', 'wasm'] as const)('on %s', (name) => {
  it.each([
    { says: 'heads of different bases', shape: smallShape, rowCount: 7 },
    { says: 'one row', shape: smallShape, rowCount: 1 },
    { says: 'no skip', shape: withoutSkip, rowCount: 7 },
    { says: 'one head', shape: oneHead, rowCount: 4 },
    { says: 'one of everything', shape: oneOfEach, rowCount: 2 },
  ])('agrees with double precision on $says', async ({ shape, rowCount }) => {
    await withSession(name, async (session) => {
      const question = { shape, theta: startOf(shape), rows: randomRows(shape, rowCount) };
      const naive = { ...question, offsets: offsetsOf(shape) };
      const result = await tapeGradient(question, session);
      expect(result.loss).toBeCloseTo(naiveLoss(naive), 5);
      expect(relativeDistance(result.gradient, naiveGradient(naive))).toBeLessThan(2e-6);
    });
  });

  it.each([
    { says: 'a skip', shape: smallShape },
    { says: 'none', shape: withoutSkip },
  ])('agrees with double precision under dropout, with $says', async ({ shape }) => {
    await withSession(name, async (session) => {
      const rows = randomRows(shape, 6);
      const question = { shape, theta: startOf(shape), rows, masks: randomMasks(shape, 6) };
      const naive = { ...question, offsets: offsetsOf(shape) };
      const result = await tapeGradient(question, session);
      expect(relativeDistance(result.gradient, naiveGradient(naive))).toBeLessThan(2e-6);
    });
  });

  it('has the loss and gradient of its parameters and its start together', async () => {
    await withSession(name, async (session) => {
      const shape = smallShape;
      const random = seededRandom(8);
      const bias = randomVector(outputCount(shape), random);
      const start = { heads: 2, skip: randomVector(shape.inputs * bias.length, random), bias };
      const question = { shape, theta: startOf(shape), rows: randomRows(shape, 7), start };
      const theta = addStart(shape, question.theta, start);
      const naive = { ...question, theta, offsets: offsetsOf(shape) };
      const result = await tapeGradient(question, session);
      expect(result.loss).toBeCloseTo(naiveLoss(naive), 5);
      expect(relativeDistance(result.gradient, naiveGradient(naive))).toBeLessThan(2e-6);
    });
  });

  it('learns nothing from a row without outcomes', async () => {
    await withSession(name, async (session) => {
      const shape = smallShape;
      const rows = randomRows(shape, 5);
      const masked = withoutOutcomes(rows, { row: 2, headCount: shape.heads.length });
      const others = withoutRow(masked, { row: 2, shape });
      const theta = startOf(shape);
      const all = await tapeGradient({ shape, theta, rows: masked }, session);
      const rest = await tapeGradient({ shape, theta, rows: others }, session);
      const scaled = all.gradient.map((value) => (value * 5) / 4); // the loss is a mean over rows
      expect(relativeDistance(scaled, rest.gradient)).toBeLessThan(1e-6);
    });
  });
});

describe('beside stock TensorFlow.js', () => {
  const shape = smallShape;
  const question = {
    ...{ shape, theta: startOf(shape), rows: randomRows(shape, 6), masks: randomMasks(shape, 6) },
  };
  const steps = 5;
  let stock: StockAnswer;
  beforeAll(() => {
    const scale = optimiserScale(shape);
    const offsets = offsetsOf(shape);
    stock = askStock({ ...question, scale, offsets, steps, settings: boldSettings });
  });

  it.each(['cpu', 'wasm'] as const)('has its loss and gradients on %s', async (name) => {
    await withSession(name, async (session) => {
      const result = await tapeGradient(question, session);
      expect(Math.abs(result.loss / stock.loss - 1)).toBeLessThan(1e-6);
      expect(norm(result.gradient)).toBeGreaterThan(boldSettings.clipNorm);
      for (const { name: part, offset, size } of segments(shape)) {
        const own = result.gradient.slice(offset, offset + size);
        const other = stock.gradient.slice(offset, offset + size);
        expect(relativeDistance(own, other), part).toBeLessThan(2e-6);
      }
    });
  });

  it.each(['cpu', 'wasm'] as const)('moves by its steps on %s', async (name) => {
    await withSession(name, async (session) => {
      const own = await trained(question, steps, session);
      const moved = [own, stock.trained].map((theta) =>
        Array.from(theta, (value, i) => value - question.theta[i]!),
      );
      expect(relativeDistance(moved[0]!, moved[1]!)).toBeLessThan(5e-5);
    });
  });

  it('is compared with operations and gradients of the stock build alone', () => {
    expect(stock.kernels).toEqual(expect.arrayContaining(['BatchMatMul', 'Softplus', 'Sigmoid']));
    expect(stock.kernels.filter((kernel) => kernel.startsWith('Debut'))).toEqual([]);
  });
});

function withoutOutcomes(
  rows: TrainingRows,
  { row, headCount }: { row: number; headCount: number },
): TrainingRows {
  const cleared = (values: Float32Array) =>
    values.map((value, i) => (Math.floor(i / headCount) === row ? 0 : value));
  return {
    ...rows,
    soft: cleared(rows.soft),
    square: cleared(rows.square),
    target: cleared(rows.target),
  };
}

function withoutRow(
  rows: TrainingRows,
  { row, shape }: { row: number; shape: NetShape },
): TrainingRows {
  const columnsOf = (values: Float32Array) => values.length / rows.rowCount;
  const cut = (values: Float32Array) =>
    values.filter((_, i) => Math.floor(i / columnsOf(values)) !== row);
  expect(columnsOf(rows.x)).toBe(shape.inputs);
  return {
    rowCount: rows.rowCount - 1,
    x: cut(rows.x),
    phi: cut(rows.phi),
    soft: cut(rows.soft),
    square: cut(rows.square),
    target: cut(rows.target),
    constant: cut(rows.constant),
  };
}

describe('the parameters', () => {
  it.each([
    { says: 'a skip', shape: smallShape },
    { says: 'none', shape: withoutSkip },
  ])('lie one after another without gaps, with $says', ({ shape }) => {
    let end = 0;
    for (const { offset, size } of segments(shape)) {
      expect(offset).toBe(end);
      end += size;
    }
    expect(parameterCount(shape)).toBe(end);
  });

  it('are those of inputs × outputs fewer for each member without a skip', () => {
    const { inputs, members } = smallShape;
    const fewer = members * inputs * outputCount(smallShape);
    expect(parameterCount(withoutSkip)).toBe(parameterCount(smallShape) - fewer);
    expect(segments(withoutSkip).map(({ name }) => name)).not.toContain('headSkip');
  });

  it('start with heads at zero, signs in the first layer and bounded weights', () => {
    const theta = initialParameters(smallShape, seededRandom(1));
    const part = (name: string) => {
      const { offset, size } = segments(smallShape).find((segment) => segment.name === name)!;
      return Array.from(theta.subarray(offset, offset + size));
    };
    expect(new Set([...part('headHidden'), ...part('headSkip'), ...part('headBias')])).toEqual(
      new Set([0]),
    );
    expect(new Set(part('r1'))).toEqual(new Set([-1, 1]));
    expect(new Set([...part('s1'), ...part('r2'), ...part('s2')])).toEqual(new Set([1]));
    expect(Math.max(...part('w1').map(Math.abs))).toBeLessThanOrEqual(1 / Math.sqrt(3));
    expect(Math.max(...part('b2').map(Math.abs))).toBeLessThanOrEqual(1 / Math.sqrt(5));
  });

  it('are slowed down only where a product changes the response to an action', () => {
    const scale = optimiserScale(smallShape);
    const outputs = [1, 0.3, 0.3, 1, 0.3, 0.3, 1].map(Math.fround);
    for (const { name, offset, size } of segments(smallShape)) {
      const isResponse = name === 'headHidden' || name === 'headSkip';
      const expected = Array.from({ length: size }, (_, i) => (isResponse ? outputs[i % 7] : 1));
      expect(Array.from(scale.subarray(offset, offset + size)), name).toEqual(expected);
    }
  });

  it('leave responses and the skip of a head that starts from a ridge as they are', () => {
    const scale = optimiserScale(smallShape, 1);
    const expected: Record<string, number[]> = {
      headHidden: [0.1, 0, 0, 1, 0.3, 0.3, 1],
      headSkip: [0, 0, 0, 1, 0.3, 0.3, 1],
      headBias: [1, 0, 0, 1, 1, 1, 1],
    };
    for (const { name, offset, size } of segments(smallShape)) {
      const own = scale.subarray(offset, offset + size);
      own.forEach((value, i) => expect(value, name).toBeCloseTo(expected[name]?.[i % 7] ?? 1, 6));
    }
  });

  it('reach the optimiser as they are', async () => {
    await withSession('cpu', async (session) => {
      const theta = randomVector(parameterCount(smallShape), seededRandom(5));
      const tensors = parameterTensors(smallShape, theta);
      for (const [i, { offset, size, shape }] of segments(smallShape).entries()) {
        expect(tensors[i]!.shape).toEqual(shape);
        expect(await session.read(tensors[i]!)).toEqual(theta.slice(offset, offset + size));
      }
    });
  });
});
