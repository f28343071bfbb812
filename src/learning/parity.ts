// Tests whether a GPU computes correctly: some drivers compute wrong values without an error. It must train a small
// network as the CPU does. The network is large enough to use the shaders of a real one: tiled products, four numbers
// at a time.

import { concat, dispose, reshape, tidy, valueAndGrads, type Tensor } from '@tensorflow/tfjs-core';
import { segments } from '#core/model/net/net-layout.ts';
import type { NetStart } from '#core/model/training/net-start.ts';
import { outputCount, type NetShape, type TrainingRows } from '#core/model/net/net.ts';
import { seededRandom, type Random } from '#core/base/random.ts';
import {
  initialParameters,
  loss as lossOfNet,
  networkConstants,
  optimiserScale,
} from './network.ts';
import type { Optimiser } from './optimiser.ts';
import { probeRows } from './probe-rows.ts';
import { rowTensors } from './row-tensors.ts';
import type { EngineSession } from './session.ts';

const STEPS = 20;
const ROW_COUNT = 32;
const LEARNING_RATE = 3e-3;
const TOLERANCE = 1e-3;

const SHAPE: NetShape = {
  inputs: 40,
  members: 4,
  width: 64,
  hasSkip: true,
  heads: [
    { name: 'standardised', basis: 12, signed: [{ column: 11, sign: -1, start: 0.3 }] },
    { name: 'rate', basis: 12 },
    { name: 'habit', basis: 1 },
  ],
};

const OUTPUTS = outputCount(SHAPE);

/** A start for the first head. */
function probeStart(random: Random): NetStart {
  const ofHead = (_: unknown, i: number) =>
    i % OUTPUTS < SHAPE.heads[0]!.basis ? random() - 0.5 : 0;
  return {
    heads: 1,
    skip: Float32Array.from({ length: SHAPE.inputs * OUTPUTS }, ofHead),
    bias: Float32Array.from({ length: OUTPUTS }, ofHead),
  };
}

/** Values that must agree: loss and gradients at the start, and the parameters after some steps. */
type Fingerprint = readonly Float32Array[];

/** Trains the probe network on a session and returns its fingerprint. */
export async function takeFingerprint(session: EngineSession): Promise<Fingerprint> {
  const random = seededRandom(1);
  const theta = initialParameters(SHAPE, random).map((value) => value + 0.2 * (random() - 0.5));
  const rows = probeRows(SHAPE, ROW_COUNT, random);
  const start = probeStart(random);
  const scale = optimiserScale(SHAPE, start.heads);
  const from = { theta, scale, segments: segments(SHAPE) };
  const optimiser = session.createOptimiser(from, { weightDecay: 0.05, clipNorm: 1 });
  try {
    const [loss, gradients] = tidy(() => probeStep({ rows, start }, optimiser));
    const values = [await session.read(loss), await session.read(gradients)];
    for (let i = 1; i < STEPS; i++) dispose(tidy(() => probeStep({ rows, start }, optimiser)));
    values.push(await optimiser.read());
    return values;
  } finally {
    optimiser.dispose();
  }
}

/** Returns whether each part differs by at most a thousandth, by norm. Non-finite numbers never agree. */
export function isSameFingerprint(candidate: Fingerprint, reference: Fingerprint): boolean {
  return reference.every((part, i) => {
    const distance = norm(part.map((value, j) => value - candidate[i]![j]!));
    return distance <= TOLERANCE * norm(part);
  });
}

function norm(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

function probeStep(
  { rows, start }: { readonly rows: TrainingRows; readonly start: NetStart },
  optimiser: Optimiser,
): [loss: Tensor, gradients: Tensor] {
  const input = {
    rows: rowTensors(
      rows,
      SHAPE,
      Array.from({ length: ROW_COUNT }, (_, row) => row),
    ),
    constants: networkConstants(SHAPE, [0, -1, 0.5], start),
  };
  const lossOf = (...parameters: Tensor[]) => lossOfNet(SHAPE, parameters, input);
  const { value, grads } = valueAndGrads(lossOf)(optimiser.parameters());
  optimiser.step(grads, LEARNING_RATE);
  return [value, concat(grads.map((part) => reshape(part, [part.size])))];
}
