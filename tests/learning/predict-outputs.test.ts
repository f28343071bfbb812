import { describe, expect, it } from 'vitest';
import { parameterCount } from '#core/model/net/net-layout.ts';
import { outputCount, type NetWeights } from '#core/model/net/net.ts';
import { seededRandom } from '#core/base/random.ts';
import { initialParameters } from '#learning/network.ts';
import { headOutputs, productCoefficients } from '#learning/predict-outputs.ts';
import { naiveCoefficients, naivePredictors } from './naive-net.ts';
import {
  expectNoTensorLeak,
  randomRows,
  randomVector,
  relativeDistance,
  smallShape,
  withSession,
} from './support.ts';

const shape = smallShape;
const offsets = [0.5, -1, 0.25];
const ROW_COUNT = 700; // more than one block
const { x, phi } = randomRows(shape, ROW_COUNT);
const rows = { rowCount: ROW_COUNT, x, phi };
const net: NetWeights = {
  shape,
  offsets,
  theta: randomVector(parameterCount(shape), seededRandom(4)),
};

function everyMemberAndRow(value: (member: number, row: number) => number[]): number[] {
  return [0, 1].flatMap((member) =>
    Array.from({ length: ROW_COUNT }, (_, row) => value(member, row)).flat(),
  );
}

describe.each(['cpu', 'wasm'] as const)('on %s', (name) => {
  it('predicts what double precision does, for every member, row and head', async () => {
    await withSession(name, async (session) => {
      const z = await headOutputs(net, x, phi, ROW_COUNT, session);
      const question = { ...net, rows };
      const naive = everyMemberAndRow((member, row) => naivePredictors(question, member, row));
      expect(relativeDistance(z, naive)).toBeLessThan(1e-6);
    });
  });

  it('gives the coefficients behind the predictions', async () => {
    await withSession(name, async (session) => {
      const values = await productCoefficients(net, x, ROW_COUNT, session);
      const question = { ...net, rows };
      const naive = everyMemberAndRow((member, row) => naiveCoefficients(question, member, row));
      expect(relativeDistance(values, naive)).toBeLessThan(1e-6);
    });
  });

  it('leaves no tensors behind', async () => {
    await withSession(name, async (session) => {
      await expectNoTensorLeak(() => headOutputs(net, x, phi, ROW_COUNT, session));
      await expectNoTensorLeak(() => productCoefficients(net, x, ROW_COUNT, session));
    });
  });
});

it('predicts the baseline before training', async () => {
  await withSession('cpu', async (session) => {
    const untrained = { ...net, theta: initialParameters(shape, seededRandom(1)) };
    const plain = { ...shape, heads: shape.heads.map(({ name, basis }) => ({ name, basis })) };
    const z = await headOutputs({ ...untrained, shape: plain }, x, phi, 2, session);
    expect(Array.from(z)).toEqual([...offsets, ...offsets, ...offsets, ...offsets]);
    const coefficients = await productCoefficients(untrained, x, 1, session);
    const signed = shape.heads.flatMap(({ basis, signed: columns = [] }) =>
      Array.from({ length: basis }, (_, i) => {
        const found = columns.find(({ column }) => column === i);
        return found ? found.sign * found.start : 0;
      }),
    );
    [...signed, ...signed].forEach((value, i) => expect(coefficients[i]).toBeCloseTo(value, 6));
  });
});

it('never turns a response whose sign is known, whatever was learnt', async () => {
  await withSession('wasm', async (session) => {
    const theta = net.theta.map((value) => 30 * value);
    const coefficients = await productCoefficients({ ...net, theta }, x, ROW_COUNT, session);
    const outputs = outputCount(shape);
    let start = 0;
    for (const { basis, signed = [] } of shape.heads) {
      for (const { column, sign } of signed) {
        for (let at = start + column; at < coefficients.length; at += outputs)
          expect(sign * coefficients[at]!).toBeGreaterThanOrEqual(0);
      }
      start += basis;
    }
  });
});

it('predicts one row, and none', async () => {
  await withSession('wasm', async (session) => {
    const all = await headOutputs(net, x, phi, ROW_COUNT, session);
    const one = await headOutputs(net, x.slice(0, 3), phi.slice(0, 7), 1, session);
    expect(Array.from(one.subarray(0, 3))).toEqual(Array.from(all.subarray(0, 3)));
    const none = await productCoefficients(net, new Float32Array(), 0, session);
    expect(none.length).toBe(0);
    expect(outputCount(shape)).toBe(7);
  });
});
