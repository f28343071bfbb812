// The varying-coefficient network on tensors: initial parameters, predictions and loss. It uses only matrix products,
// masks and our own operations, which every backend has (fused-operations.ts). The tape gives the gradients.

import {
  add,
  concat,
  matMul,
  mul,
  reshape,
  tensor,
  tensor1d,
  tensor2d,
  zeros,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import {
  parameterCount,
  segments,
  type ByParameter,
  type ParameterName,
} from '#core/model/net/net-layout.ts';
import type { NetStart } from '#core/model/training/net-start.ts';
import { outputCount, type NetShape } from '#core/model/net/net.ts';
import type { Random } from '#core/base/random.ts';
import {
  activate,
  headSums,
  likelihood,
  memberWeights,
  signedSum,
  type SignedOutput,
} from './fused-operations.ts';

/**
 * Returns random initial parameters, [parameterCount], in the order of `segments`. The heads start at zero, so that an
 * untrained network predicts the baseline.
 */
export function initialParameters(shape: NetShape, random: Random): Float32Array {
  const uniform = (fanIn: number) => () => (2 * random() - 1) / Math.sqrt(fanIn);
  const one = () => 1;
  const zero = () => 0;
  const start: Record<ParameterName, () => number> = {
    w1: uniform(shape.inputs),
    r1: () => (random() < 0.5 ? -1 : 1), // makes the ensemble members differ
    s1: one,
    b1: uniform(shape.inputs),
    w2: uniform(shape.width),
    r2: one,
    s2: one,
    b2: uniform(shape.width),
    headHidden: zero,
    headSkip: zero,
    headBias: zero,
  };
  const theta = new Float32Array(parameterCount(shape));
  for (const { name, offset, size } of segments(shape)) {
    for (let i = offset; i < offset + size; i++) theta[i] = start[name]();
  }
  return theta;
}

/** Learning speed of a product's own response to an action, relative to the shared one; chosen on simulated shops. */
const RESPONSE_SCALE = 0.3;

/**
 * Learning speed of the constant of a head that starts from a ridge. What is linear has been learnt, and the rest is
 * faint: at full speed the network would learn the noise that the ridge left. Responses to actions are left to the
 * ridge, because plans would follow what noise adds to them.
 */
const STARTED_SCALE = { headHidden: 0.1, headSkip: 0, headBias: 1 } as const;
type HeadPart = keyof typeof STARTED_SCALE;

/**
 * Returns the factor by which the optimiser multiplies each parameter's gradient and step: it trains `scale ×
 * parameter`. It is below one where hidden values and inputs meet the action's basis, except for the constant. One
 * factor a parameter, [parameterCount], in the order of `segments`.
 * @param startedHeads number of heads that start from a ridge, the first ones
 */
export function optimiserScale(shape: NetShape, startedHeads = 0): Float32Array {
  const scale = new Float32Array(parameterCount(shape)).fill(1);
  for (const { name, offset, size } of segments(shape)) {
    if (!Object.hasOwn(STARTED_SCALE, name)) continue;
    const own = columnScale(shape, name as HeadPart, startedHeads);
    for (let i = offset; i < offset + size; i += own.length) scale.set(own, i);
  }
  return scale;
}

/** Returns the factor of each output column. */
function columnScale(shape: NetShape, part: HeadPart, startedHeads: number): number[] {
  const response = part === 'headBias' ? 1 : RESPONSE_SCALE;
  return shape.heads.flatMap(({ basis }, head) => {
    const [constant, others] = head < startedHeads ? [STARTED_SCALE[part], 0] : [1, response];
    return Array.from({ length: basis }, (_, column) => (column === 0 ? constant : others));
  });
}

/** Returns the first output column of each head, its constant. */
export function headStarts(shape: Pick<NetShape, 'heads'>): number[] {
  let end = 0;
  return shape.heads.map(({ basis }) => (end += basis) - basis);
}

/**
 * Returns the parameters as tensors of their segments' shapes, in the order of `segments`.
 * @param theta [parameterCount]
 */
export function parameterTensors(shape: NetShape, theta: Float32Array): Tensor[] {
  return segments(shape).map((part) =>
    tensor(theta.slice(part.offset, part.offset + part.size), part.shape),
  );
}

export interface NetworkConstants {
  /** 0/1 matrix that assigns outputs to heads. */
  readonly gather: Tensor2D; // [heads, outputs]
  readonly offsets: Tensor1D; // [heads]
  readonly start?: StartTensors | undefined;
}

/** A NetStart on the device. */
interface StartTensors {
  readonly skip: Tensor2D; // [inputs, outputs]
  readonly bias: Tensor2D; // [1, outputs]
}

/** Returns the constant tensors of a network. `offsets` has one value per head. */
export function networkConstants(
  shape: NetShape,
  offsets: readonly number[],
  start?: NetStart,
): NetworkConstants {
  const outputs = outputCount(shape);
  const headCount = shape.heads.length;
  const gather = new Float32Array(outputs * headCount);
  headStarts(shape).forEach((start, head) => {
    for (let i = 0; i < shape.heads[head]!.basis; i++) gather[head * outputs + start + i] = 1;
  });
  return {
    gather: tensor2d(gather, [headCount, outputs]),
    offsets: tensor1d([...offsets]),
    start: start && {
      skip: tensor2d(start.skip, [shape.inputs, outputs]),
      bias: tensor2d(start.bias, [1, outputs]),
    },
  };
}

/** Returns the tensors of the constants, for `keep` and `dispose`. */
export function constantTensors({ gather, offsets, start }: NetworkConstants): Tensor[] {
  return [gather, offsets, ...(start ? [start.skip, start.bias] : [])];
}

/** Dropout masks, already divided by the kept share. */
export interface Masks {
  readonly hidden1: Tensor; // [members, n, width]
  readonly hidden2: Tensor; // [members, n, width]
  readonly skip?: Tensor | undefined; // [members, n, inputs]
}

/**
 * Returns each product's and member's coefficients of the basis, [members × n × outputs]. `parameters` are in the order
 * of `segments`.
 */
export function coefficients(
  shape: NetShape,
  parameters: readonly Tensor[],
  input: {
    readonly x: Tensor2D;
    readonly masks?: Masks | undefined;
    readonly start?: StartTensors | undefined;
  },
): Tensor3D {
  const { members, width, inputs } = shape;
  const { x, masks, start } = input;
  const n = x.shape[0];
  const { w1, r1, s1, b1, w2, r2, s2, b2, headHidden, headSkip, headBias } = named(
    shape,
    parameters,
  );
  const everyMember = reshape(memberWeights(w1, r1), [inputs, members * width]);
  const sizes = { members, rows: n, width };
  const hidden1 = activate(
    { x: matMul(x, everyMember), scale: s1, bias: b1, gain: r2, mask: masks?.hidden1 },
    { ...sizes, rowsFirst: true },
  );
  const shared = matMul(reshape(hidden1, [members * n, width]), w2);
  const hidden2 = activate(
    { x: shared, scale: s2, bias: b2, mask: masks?.hidden2 },
    { ...sizes, rowsFirst: false },
  );
  const learnt = matMul(hidden2, headHidden);
  // No input is dropped from the start, which the ridge has shrunk already.
  const a = start ? add(learnt, add(matMul(x, start.skip), start.bias)) : learnt;
  const linear = headSkip && matMul(skippingInputs(shape, input), headSkip);
  const parts = { a, b: linear ?? zeros(learnt.shape), bias: headBias };
  return signedSum(parts, signedOutputs(shape)); // [members, n, outputs]
}

/**
 * Returns the inputs of every member, [members × n × inputs]. They are repeated, because the tape does not sum over a
 * broadcast batch axis of a product. WASM concatenates faster than it tiles.
 */
function skippingInputs(
  { members, inputs }: NetShape,
  { x, masks }: { readonly x: Tensor2D; readonly masks?: Masks | undefined },
): Tensor3D {
  const x3: Tensor3D = reshape(x, [1, x.shape[0], inputs]);
  return masks?.skip ? mul(x3, masks.skip) : concat(Array<Tensor3D>(members).fill(x3));
}

/** Returns the outputs whose sign is the same for every product. */
export function signedOutputs(shape: NetShape): SignedOutput[] {
  const starts = headStarts(shape);
  return shape.heads.flatMap(({ signed = [] }, head) =>
    signed.map(({ column, sign, start }) => ({
      output: starts[head]! + column,
      sign,
      shift: Math.log(Math.expm1(start)), // softplus(shift) = start
    })),
  );
}

function named(shape: NetShape, parameters: readonly Tensor[]): ByParameter<Tensor> {
  const entries = segments(shape).map(({ name }, i) => [name, parameters[i]!]);
  return Object.fromEntries(entries) as ByParameter<Tensor>;
}

interface NetworkInput {
  readonly x: Tensor2D; // [n, inputs]
  readonly phi: Tensor2D; // [n, outputs]
  readonly constants: NetworkConstants;
  readonly masks?: Masks | undefined;
}

/** Returns z, [members × n × heads]. */
export function predictors(
  shape: NetShape,
  parameters: readonly Tensor[],
  input: NetworkInput,
): Tensor3D {
  const { x, phi, masks, constants } = input;
  const { gather, offsets, start } = constants;
  return headSums({
    y: coefficients(shape, parameters, { x, masks, start }),
    phi,
    gather,
    offsets,
  });
}

/** A batch of TrainingRows on the device. */
export interface RowTensors {
  readonly x: Tensor2D;
  readonly phi: Tensor2D;
  readonly soft: Tensor2D;
  readonly square: Tensor2D;
  readonly target: Tensor2D;
  readonly constant: Tensor2D;
}

/**
 * Returns the mean loss over rows and members, summed over heads. The constant is subtracted per row, because after the
 * sum float32 would lose precision.
 */
export function loss(
  shape: NetShape,
  parameters: readonly Tensor[],
  input: {
    readonly rows: RowTensors;
    readonly constants: NetworkConstants;
    readonly masks?: Masks | undefined;
  },
): Scalar {
  const { rows, constants, masks } = input;
  const { x, phi, soft, square, target, constant } = rows;
  const z = predictors(shape, parameters, { x, phi, constants, masks });
  return likelihood({ z, soft, square, target, constant });
}
