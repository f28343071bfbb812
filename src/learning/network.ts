// The varying-coefficient net on tensors: how its parameters lie in one flat vector, and its loss. Only products, elementwise
// operations, reshapes, transposes and sums, so that it trains on every backend. The tape gives the gradients.

import {
  add,
  matMul,
  mul,
  relu,
  reshape,
  softplus,
  square,
  sub,
  sum,
  tensor,
  tensor1d,
  tensor2d,
  tile,
  transpose,
  util,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import { outputCount, type NetShape } from '#core/model/net.ts';
import type { Random } from '#core/random.ts';

type ParameterName =
  'w1' | 'r1' | 's1' | 'b1' | 'w2' | 'r2' | 's2' | 'b2' | 'headHidden' | 'headSkip' | 'headBias';

/** One parameter tensor: where it lies in the flat vector, and whether it decays. */
export interface Segment {
  readonly name: ParameterName;
  readonly shape: number[];
  readonly offset: number;
  readonly size: number;
  readonly decay: boolean;
}

/** In the flat vector's order. The first layer lies as [inputs, members, width]: all members make one large product. */
export function segments(shape: NetShape): Segment[] {
  const { inputs, members, width } = shape;
  const outputs = outputCount(shape);
  const parts: [ParameterName, number[], boolean][] = [
    ['w1', [inputs, 1, width], true],
    ['r1', [inputs, members, 1], false],
    ['s1', [1, members, width], false],
    ['b1', [members * width], false],
    ['w2', [width, width], true],
    ['r2', [members, 1, width], false],
    ['s2', [members, 1, width], false],
    ['b2', [members, 1, width], false],
    ['headHidden', [members, width, outputs], true],
    ['headSkip', [members, inputs, outputs], true],
    ['headBias', [members, 1, outputs], false],
  ];
  let end = 0;
  return parts.map(([name, partShape, decay]) => {
    const size = util.sizeFromShape(partShape);
    end += size;
    return { name, shape: partShape, offset: end - size, size, decay };
  });
}

export function parameterCount(shape: NetShape): number {
  const last = segments(shape).at(-1)!;
  return last.offset + last.size;
}

/** The heads start at zero, so that an untrained net predicts the baseline. */
export function initialParameters(shape: NetShape, random: Random): Float32Array {
  const uniform = (fanIn: number) => () => (2 * random() - 1) / Math.sqrt(fanIn);
  const one = () => 1;
  const zero = () => 0;
  const start: Record<ParameterName, () => number> = {
    w1: uniform(shape.inputs),
    r1: () => (random() < 0.5 ? -1 : 1), // makes the members differ
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

/** How fast a product's own response to an action may leave the shared one; chosen on simulated shops. */
const RESPONSE_SCALE = 0.3;

/**
 * Per parameter, what the optimiser multiplies gradient and step by: training `scale × parameter` instead of the parameter.
 * Less than one where hidden values and inputs meet the action's basis, beyond its constant.
 */
export function optimiserScale(shape: NetShape): Float32Array {
  const columns = new Float32Array(outputCount(shape)).fill(RESPONSE_SCALE);
  for (const start of headStarts(shape)) columns[start] = 1;
  const scale = new Float32Array(parameterCount(shape)).fill(1);
  for (const { name, offset, size } of segments(shape)) {
    if (name !== 'headHidden' && name !== 'headSkip') continue;
    for (let i = offset; i < offset + size; i += columns.length) scale.set(columns, i);
  }
  return scale;
}

/** The first output column of each head: its constant. */
export function headStarts(shape: Pick<NetShape, 'heads'>): number[] {
  let end = 0;
  return shape.heads.map(({ basis }) => (end += basis) - basis);
}

export function parameterTensors(shape: NetShape, theta: Float32Array): Tensor[] {
  return segments(shape).map((part) =>
    tensor(theta.slice(part.offset, part.offset + part.size), part.shape),
  );
}

export interface NetworkConstants {
  /** 0/1, adds up each head's terms: a product is faster than a sum over parts of an axis. */
  readonly gather: Tensor2D; // [outputs, heads]
  readonly offsets: Tensor1D; // [heads]
}

export function networkConstants(shape: NetShape, offsets: readonly number[]): NetworkConstants {
  const outputs = outputCount(shape);
  const headCount = shape.heads.length;
  const gather = new Float32Array(outputs * headCount);
  headStarts(shape).forEach((start, head) => {
    for (let i = 0; i < shape.heads[head]!.basis; i++) gather[(start + i) * headCount + head] = 1;
  });
  return { gather: tensor2d(gather, [outputs, headCount]), offsets: tensor1d([...offsets]) };
}

/** Dropout masks, already divided by the share kept. */
export interface Masks {
  readonly hidden1: Tensor; // [members, n, width]
  readonly hidden2: Tensor; // [members, n, width]
  readonly skip: Tensor; // [members, n, inputs]
}

/** What each product and member multiplies the basis by. `parameters` come in the order of `segments`. */
export function coefficients(
  shape: NetShape,
  parameters: readonly Tensor[],
  input: { readonly x: Tensor2D; readonly masks?: Masks | undefined },
): Tensor3D {
  const { members, width, inputs } = shape;
  const { x, masks } = input;
  const n = x.shape[0];
  const { w1, r1, s1, b1, w2, r2, s2, b2, headHidden, headSkip, headBias } = named(parameters);
  const everyMember = reshape(mul(mul(w1, r1), s1), [inputs, members * width]);
  const first = relu(add(matMul(x, everyMember), b1)); // [n, members * width]
  const hidden1 = masked(transpose(reshape(first, [n, members, width]), [1, 0, 2]), masks?.hidden1); // [members, n, width]
  const shared = matMul(reshape(mul(hidden1, r2), [members * n, width]), w2);
  const second = add(mul(reshape(shared, [members, n, width]), s2), b2);
  const hidden2 = masked(relu(second), masks?.hidden2); // [members, n, width]
  const x3 = reshape(x, [1, n, inputs]);
  // Tiled, because the tape does not sum over a broadcast batch axis of a product.
  const skip = masks ? mul(x3, masks.skip) : tile(x3, [members, 1, 1]); // [members, n, inputs]
  const raw = add(add(matMul(hidden2, headHidden), matMul(skip, headSkip)), headBias); // [members, n, outputs]
  return withSigns(shape, raw as Tensor3D);
}

/** Where a head's response has one sign for every product, sign × softplus(sign × raw + shift) takes the place of the raw one. */
function withSigns(shape: NetShape, raw: Tensor3D): Tensor3D {
  const starts = headStarts(shape);
  const signed = shape.heads.flatMap((head, h) =>
    (head.signed ?? []).map((each) => ({ ...each, output: starts[h]! + each.column })),
  );
  if (signed.length === 0) return raw;
  const [members, n, outputs] = raw.shape;
  const picked = new Float32Array(outputs * signed.length);
  signed.forEach(({ output, sign }, i) => (picked[output * signed.length + i] = sign));
  const pick = tensor2d(picked, [outputs, signed.length]);
  const shift = tensor1d(signed.map(({ start }) => Math.log(Math.expm1(start)))); // softplus(shift) = start
  const own = matMul(reshape(raw, [members * n, outputs]), pick); // sign × raw
  const change = matMul(sub(softplus(add(own, shift)), own), transpose(pick));
  return add(raw, reshape(change, [members, n, outputs]));
}

function masked(hidden: Tensor, mask: Tensor | undefined): Tensor {
  return mask ? mul(hidden, mask) : hidden;
}

function named(parameters: readonly Tensor[]): Record<ParameterName, Tensor> {
  const [w1, r1, s1, b1, w2, r2, s2, b2, headHidden, headSkip, headBias] = parameters;
  const all = { w1, r1, s1, b1, w2, r2, s2, b2, headHidden, headSkip, headBias };
  return all as Record<ParameterName, Tensor>; // `segments` always gives eleven
}

interface NetworkInput {
  readonly x: Tensor2D; // [n, inputs]
  readonly phi: Tensor2D; // [n, outputs]
  readonly constants: NetworkConstants;
  readonly masks?: Masks | undefined;
}

/** z of every member, row and head. */
export function predictors(
  shape: NetShape,
  parameters: readonly Tensor[],
  input: NetworkInput,
): Tensor3D {
  const n = input.x.shape[0];
  const outputs = input.phi.shape[1];
  const terms = mul(coefficients(shape, parameters, input), reshape(input.phi, [1, n, outputs])); // [members, n, outputs]
  const sums = matMul(reshape(terms, [shape.members * n, outputs]), input.constants.gather);
  return add(reshape(sums, [shape.members, n, shape.heads.length]), input.constants.offsets);
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

/** Mean over rows and members. The constant is subtracted per row: after the sum, float32 would cancel. */
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
  const n = rows.x.shape[0];
  const z = predictors(shape, parameters, { x: rows.x, phi: rows.phi, constants, masks });
  const perRow = (values: Tensor2D) => reshape(values, [1, n, shape.heads.length]);
  const curved = add(
    mul(perRow(rows.soft), softplus(z)),
    mul(perRow(rows.square), mul(square(z), 0.5)),
  );
  const losses = add(sub(curved, mul(perRow(rows.target), z)), perRow(rows.constant)); // [members, n, heads]
  return mul(sum(losses), 1 / (shape.members * n));
}
