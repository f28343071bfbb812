// A multi-layer perceptron in double precision, small enough to be seen whole. Hidden layers of one width, each a
// weighted sum and a bend; the last layer only sums. Its gradient is worked out by hand (backpropagation: Rumelhart,
// Hinton and Williams 1986, Nature 323).

import { seededRandom, type Random } from '#core/base/random.ts';

export const ACTIVATIONS = ['tanh', 'relu'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

export interface NetShape {
  readonly inputs: number;
  readonly width: number;
  /** Number of hidden layers. */
  readonly depth: number;
  readonly outputs: number;
  readonly activation: Activation;
}

/** Where a layer's weights, [inputs, outputs], and its biases, [outputs], stand among all weights of a net. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weightsAt: number;
  readonly biasesAt: number;
}

export interface NetBatch {
  readonly rows: number;
  /** [rows, inputs] */
  readonly inputs: Float64Array;
  /** [rows, outputs] */
  readonly targets: Float64Array;
  /** How much each output counts, [outputs]. */
  readonly importance: readonly number[];
}

/** Kept by shape, because every row of every pass asks for them. */
const known = new WeakMap<NetShape, readonly Layer[]>();

export function layersOf(shape: NetShape): readonly Layer[] {
  const layers = known.get(shape) ?? laidOut(shape);
  known.set(shape, layers);
  return layers;
}

function laidOut({ inputs, width, depth, outputs }: NetShape): readonly Layer[] {
  const sizes = [inputs, ...Array.from({ length: depth }, () => width), outputs];
  let at = 0;
  return sizes.slice(1).map((size, i) => {
    const weightsAt = at;
    const biasesAt = at + sizes[i]! * size;
    at = biasesAt + size;
    return { inputs: sizes[i]!, outputs: size, weightsAt, biasesAt };
  });
}

export function weightCount(shape: NetShape): number {
  const last = layersOf(shape).at(-1)!;
  return last.biasesAt + last.outputs;
}

/** Returns weights and biases drawn evenly from ±1 / √inputs of their layer, as PyTorch's linear layers begin. */
export function initialWeights(shape: NetShape, seed: number): Float64Array {
  const random = seededRandom(seed);
  const theta = new Float64Array(weightCount(shape));
  for (const { inputs, outputs, weightsAt, biasesAt } of layersOf(shape)) {
    const reach = 1 / Math.sqrt(inputs);
    for (let i = weightsAt; i < biasesAt + outputs; i++) theta[i] = reach * (2 * random() - 1);
  }
  return theta;
}

/**
 * Returns factors of the hidden nodes, [rows, depth, width]: 0 for a node dropped from a row, otherwise 1 / (1 − share),
 * so that sums keep their mean (Srivastava et al. 2014, JMLR 15).
 */
export function dropoutFactors(
  { depth, width }: NetShape,
  rows: number,
  { share, random }: { readonly share: number; readonly random: Random },
): Float64Array {
  return Float64Array.from({ length: rows * depth * width }, () =>
    random() < share ? 0 : 1 / (1 - share),
  );
}

/** Returns the values of every layer for one row: the hidden ones after their bend, the outputs last. */
export function layerValues(
  shape: NetShape,
  theta: Float64Array,
  input: ArrayLike<number>,
): Float64Array[] {
  return forward(shape, { theta, input, factors: null });
}

interface Forward {
  readonly theta: Float64Array;
  readonly input: ArrayLike<number>;
  /** Of this row, [depth, width]; null: no node is dropped. */
  readonly factors: Float64Array | null;
}

function forward(shape: NetShape, { theta, input, factors }: Forward): Float64Array[] {
  const values: Float64Array[] = [];
  let from: ArrayLike<number> = input;
  const layers = layersOf(shape);
  for (const [l, layer] of layers.entries()) {
    const to = new Float64Array(layer.outputs);
    for (let j = 0; j < layer.outputs; j++) {
      let sum = theta[layer.biasesAt + j]!;
      for (let i = 0; i < layer.inputs; i++)
        sum += from[i]! * theta[layer.weightsAt + i * layer.outputs + j]!;
      to[j] = l === shape.depth ? sum : bent(shape.activation, sum);
      if (factors && l < shape.depth) to[j] = to[j]! * factors[l * shape.width + j]!;
    }
    values.push(to);
    from = to;
  }
  return values;
}

function bent(activation: Activation, sum: number): number {
  return activation === 'tanh' ? Math.tanh(sum) : Math.max(0, sum);
}

/** Returns the slope of the bend where it has this value. */
function slopeAt(activation: Activation, value: number): number {
  if (activation === 'tanh') return 1 - value * value;
  return value > 0 ? 1 : 0;
}

export interface LossAndGradient {
  readonly loss: number;
  readonly gradient: Float64Array;
}

/**
 * Returns the loss of a batch, mean over its rows of Σ importance · (output − target)², and its gradient.
 * @param factors of dropout, [rows, depth, width]; null: no node is dropped
 */
export function lossAndGradient(
  shape: NetShape,
  theta: Float64Array,
  { batch, factors }: { readonly batch: NetBatch; readonly factors: Float64Array | null },
): LossAndGradient {
  const gradient = new Float64Array(theta.length);
  const ofRow = shape.depth * shape.width;
  let loss = 0;
  for (let row = 0; row < batch.rows; row++) {
    const input = batch.inputs.subarray(row * shape.inputs, (row + 1) * shape.inputs);
    const own = factors?.subarray(row * ofRow, (row + 1) * ofRow) ?? null;
    const values = forward(shape, { theta, input, factors: own });
    const outputs = values.at(-1)!;
    const slopes = new Float64Array(shape.outputs);
    for (let o = 0; o < shape.outputs; o++) {
      const off = outputs[o]! - batch.targets[row * shape.outputs + o]!;
      const share = batch.importance[o]! / batch.rows;
      loss += share * off ** 2;
      slopes[o] = 2 * share * off;
    }
    backward(shape, { theta, input, factors: own }, { values, slopes, gradient });
  }
  return { loss, gradient };
}

interface Backward {
  readonly values: readonly Float64Array[];
  /** Of the loss by the outputs. */
  readonly slopes: Float64Array;
  /** Added to. */
  readonly gradient: Float64Array;
}

function backward(
  shape: NetShape,
  { theta, input, factors }: Forward,
  { values, slopes, gradient }: Backward,
): void {
  const layers = layersOf(shape);
  let after = slopes;
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = layers[l]!;
    const from = l === 0 ? input : values[l - 1]!;
    const before = new Float64Array(layer.inputs);
    for (let j = 0; j < layer.outputs; j++) {
      gradient[layer.biasesAt + j] = gradient[layer.biasesAt + j]! + after[j]!;
      for (let i = 0; i < layer.inputs; i++) {
        const at = layer.weightsAt + i * layer.outputs + j;
        gradient[at] = gradient[at]! + from[i]! * after[j]!;
        before[i] = before[i]! + theta[at]! * after[j]!;
      }
    }
    if (l > 0) bendBack(shape, { slopes: before, values: from, factors, l: l - 1 });
    after = before;
  }
}

interface BendBack {
  /** By the values of hidden layer l; turned into those by its sums. */
  readonly slopes: Float64Array;
  readonly values: ArrayLike<number>;
  readonly factors: Float64Array | null;
  readonly l: number;
}

function bendBack(shape: NetShape, { slopes, values, factors, l }: BendBack): void {
  for (let i = 0; i < slopes.length; i++) {
    const factor = factors ? factors[l * shape.width + i]! : 1;
    const value = factor === 0 ? 0 : values[i]! / factor;
    slopes[i] = slopes[i]! * factor * slopeAt(shape.activation, value);
  }
}
