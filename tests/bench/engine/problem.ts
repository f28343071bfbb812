// The network that the bench trains, and synthetic rows for it: random numbers with as many zeros as in the app.

import {
  outputCount,
  type FitSettings,
  type NetShape,
  type TrainingRows,
} from '#core/model/net/net.ts';
import { seededRandom } from '#core/base/random.ts';
import { initialParameters } from '#learning/network.ts';

const BASIS = 36;

const falls = { column: BASIS - 2, sign: -1, start: 0.3 } as const;
const rises = { column: BASIS - 1, sign: 1, start: 0.1 } as const;

/** As large as the app's network on world a, with the same sign constraints. */
export const SHAPE: NetShape = {
  inputs: 156,
  members: 8,
  width: 128,
  hasSkip: true,
  heads: [
    { name: 'impressions', basis: BASIS, signed: [falls, rises] },
    { name: 'clickRate', basis: BASIS, signed: [falls] },
    { name: 'conversion', basis: BASIS, signed: [falls] },
  ],
};

/** Shares of non-zero values in the demo shop's encoded launches. Words, categories and channels are one-hot. */
const INPUTS_GIVEN = 0.06;
const BASIS_GIVEN = 0.3;

export const OFFSETS = [0, -3, -2];

export const SETTINGS: FitSettings = {
  epochs: 30,
  batch: 128,
  learningRate: 3e-3,
  weightDecay: 0.05,
  dropout: 0.15,
  clipNorm: 1,
};

/** Draws synthetic rows. The first head is Gaussian, the others are binomial. */
export function syntheticRows(shape: NetShape, rowCount: number): TrainingRows {
  const random = seededRandom(rowCount);
  const values = (columns: number, value: (column: number) => number) =>
    Float32Array.from({ length: rowCount * columns }, (_, i) => value(i % columns));
  const headCount = shape.heads.length;
  return {
    rowCount,
    x: values(shape.inputs, () => (random() < INPUTS_GIVEN ? 2 * random() - 1 : 0)),
    phi: values(outputCount(shape), (column) =>
      column % shape.heads[0]!.basis === 0 ? 1 : random() < BASIS_GIVEN ? 2 * random() - 1 : 0,
    ),
    soft: values(headCount, (head) => (head === 0 ? 0 : 1)),
    square: values(headCount, (head) => (head === 0 ? 1 : 0)),
    target: values(headCount, (head) => (head === 0 ? 2 * random() - 1 : 0.2 * random())),
    constant: values(headCount, () => 0.1),
  };
}

/** Draws parameters away from zero, so that no gradient is zero. */
export function startingPoint(shape: NetShape): Float32Array {
  const random = seededRandom(7);
  return initialParameters(shape, random).map((value) => value + 0.1 * (random() - 0.5));
}

/** Positions in the pool from which the masks for comparing gradients are cut. */
export const MASKS_AT = [11, 5_003, 70_001];

/** Draws a pool of dropout masks, as learning/dropout.ts does. */
export function maskPool(shape: NetShape, batch: number): Float32Array {
  const random = seededRandom(3);
  const length = 4 * shape.members * batch * Math.max(shape.width, shape.inputs);
  const kept = 1 - SETTINGS.dropout;
  return Float32Array.from({ length }, () => (random() < kept ? 1 / kept : 0));
}
