// A trained model as it is stored: the numbers of network, ridge and past launches and the leaves of trees at half
// precision. Fitting ends in such numbers, so packing loses nothing of what was evaluated.

import {
  packAnalogues,
  unpackAnalogues,
  type PackedAnalogues,
} from '../analogues/packed-analogues.ts';
import { fromHalfFloats, toHalfFloats } from '#core/base/bytes/half-floats.ts';
import { packProcess, unpackProcess, type PackedProcess } from '../process/packed-process.ts';
import { packTrees, unpackTrees, type PackedTrees } from '../trees/packed-trees.ts';
import type { Ridge } from '../ridge/ridge.ts';
import type { NetWeights } from '../net/net.ts';
import type { TrainedModel } from './trained-model.ts';

export interface PackedModel extends Omit<
  TrainedModel,
  'net' | 'ridges' | 'trees' | 'process' | 'analogues'
> {
  readonly net: PackedNet | null;
  readonly ridges: readonly PackedRidge[];
  readonly trees: readonly PackedTrees[];
  readonly process: PackedProcess | null;
  readonly analogues: PackedAnalogues | null;
}

interface PackedNet extends Omit<NetWeights, 'theta'> {
  /** Half floats. */
  readonly theta: Uint16Array;
}

interface PackedRidge extends Omit<Ridge, 'weights'> {
  /** Half floats. */
  readonly weights: Uint16Array;
}

/** Packs a model for storage, and states its size in the report. */
export function packModel(model: TrainedModel): PackedModel {
  const { net, ridges, trees, process, analogues } = model;
  const packed = {
    ...model,
    net: net && { ...net, theta: toHalfFloats(net.theta) },
    ridges: ridges.map((ridge) => ({ ...ridge, weights: toHalfFloats(ridge.weights) })),
    trees: trees.map(packTrees),
    process: process && packProcess(process),
    analogues: analogues && packAnalogues(analogues),
  };
  return { ...packed, report: { ...model.report, storedBytes: byteCount(packed) } };
}

export function unpackModel(packed: PackedModel): TrainedModel {
  const { net, ridges, trees, process, analogues } = packed;
  return {
    ...packed,
    net: net && { ...net, theta: fromHalfFloats(net.theta) },
    ridges: ridges.map((ridge) => ({ ...ridge, weights: fromHalfFloats(ridge.weights) })),
    trees: trees.map(unpackTrees),
    process: process && unpackProcess(process),
    analogues: analogues && unpackAnalogues(analogues),
  };
}

const NUMBER_BYTES = 8;

/** Estimates the stored size in bytes: typed arrays as they are, texts a byte per character, numbers eight bytes. */
function byteCount(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return NUMBER_BYTES;
  return Object.entries(value).reduce(
    (bytes, [key, each]) => bytes + byteCount(each) + (Array.isArray(value) ? 0 : key.length),
    0,
  );
}
