// The network and AdamW again in stock TensorFlow.js: its operations, its gradients and its Adam. Whoever imports this
// module registers all of that in the one engine that a process or a worker has, so it runs in one without ours.

import * as tf from '@tensorflow/tfjs';
import { segments, type ByParameter, type Segment } from '#core/model/net/net-layout.ts';
import { outputCount, type FitSettings, type NetShape } from '#core/model/net/net.ts';

export interface StockRows {
  readonly x: tf.Tensor2D; // [n, inputs]
  readonly phi: tf.Tensor2D; // [n, outputs]
  readonly soft: tf.Tensor2D; // [n, heads], as the next three
  readonly square: tf.Tensor2D;
  readonly target: tf.Tensor2D;
  readonly constant: tf.Tensor2D;
}

/** Dropout masks, already divided by the kept share. */
export interface StockMasks {
  readonly hidden1: tf.Tensor; // [members, n, width]
  readonly hidden2: tf.Tensor; // [members, n, width]
  readonly skip: tf.Tensor; // [members, n, inputs]
}

export interface StockInput {
  readonly shape: NetShape;
  readonly rows: StockRows;
  readonly masks: StockMasks;
  /** One value per head. */
  readonly offsets: readonly number[];
}

/** Returns one tensor for each segment of a flat vector, [parameterCount]. */
export function stockTensors(shape: NetShape, flat: ArrayLike<number>): tf.Tensor[] {
  const values = Float32Array.from(flat);
  return segments(shape).map((part) =>
    tf.tensor(values.slice(part.offset, part.offset + part.size), part.shape),
  );
}

/** Returns the mean loss over rows and members, summed over heads. The parameters are in the order of `segments`. */
export function stockLoss(parameters: readonly tf.Tensor[], input: StockInput): tf.Scalar {
  const { rows, shape } = input;
  const z = predictors(parameters, input);
  const curved = tf.add(
    tf.mul(rows.soft, tf.softplus(z)),
    tf.mul(tf.div(rows.square, 2), tf.square(z)),
  );
  const losses = tf.add(tf.sub(curved, tf.mul(rows.target, z)), rows.constant);
  return tf.div(tf.sum(losses), shape.members * rows.x.shape[0]);
}

/** Returns z, [members × n × heads]. */
function predictors(parameters: readonly tf.Tensor[], input: StockInput): tf.Tensor {
  const { shape, rows, masks, offsets } = input;
  const { inputs, members, width } = shape;
  const p = named(shape, parameters);
  const n = rows.x.shape[0];
  const everyMember = tf.reshape(tf.mul(p.w1, p.r1), [inputs, members * width]);
  const first = tf.reshape(tf.matMul(rows.x, everyMember), [n, members, width]);
  const active = tf.relu(tf.add(tf.mul(first, p.s1), tf.reshape(p.b1, [members, width])));
  const hidden1 = tf.mul(tf.mul(tf.transpose(active, [1, 0, 2]), masks.hidden1), p.r2);
  const second = tf.matMul(tf.reshape(hidden1, [members * n, width]), p.w2);
  const shared = tf.reshape(second, [members, n, width]);
  const hidden2 = tf.mul(tf.relu(tf.add(tf.mul(shared, p.s2), p.b2)), masks.hidden2);
  const skip = tf.mul(tf.reshape(rows.x, [1, n, inputs]), masks.skip);
  const ofHidden = tf.matMul(hidden2, p.headHidden);
  const products = p.headSkip ? tf.add(ofHidden, tf.matMul(skip, p.headSkip)) : ofHidden;
  const weighted = tf.mul(withSigns(shape, tf.add(products, p.headBias)), rows.phi);
  const flat: tf.Tensor2D = tf.reshape(weighted, [members * n, outputCount(shape)]);
  const sums = tf.reshape(tf.matMul(flat, headOfOutput(shape)), [members, n, offsets.length]);
  return tf.add(sums, tf.tensor1d([...offsets]));
}

function named(shape: NetShape, parameters: readonly tf.Tensor[]) {
  const entries = segments(shape).map(({ name }, i) => [name, parameters[i]!]);
  return Object.fromEntries(entries) as ByParameter<tf.Tensor>;
}

/** Replaces the outputs that have a sign by sign × softplus(sign × output + shift), with softplus(shift) = start. */
function withSigns(shape: NetShape, outputs: tf.Tensor): tf.Tensor {
  const rules = shape.heads.flatMap(({ basis, signed = [] }) =>
    Array.from({ length: basis }, (_, i) => signed.find(({ column }) => column === i)),
  );
  // Neighbours without a sign stay together.
  const runs: { readonly rule: (typeof rules)[number]; size: number }[] = [];
  for (const rule of rules) {
    const last = runs.at(-1);
    if (last && !last.rule && !rule) last.size++;
    else runs.push({ rule, size: 1 });
  }
  const sizes = runs.map(({ size }) => size);
  const parts = tf.split(outputs, sizes, 2).map((part, i) => {
    const { rule } = runs[i]!;
    if (!rule) return part;
    const shift = Math.log(Math.expm1(rule.start));
    return tf.mul(rule.sign, tf.softplus(tf.add(tf.mul(part, rule.sign), shift)));
  });
  return tf.concat(parts, 2);
}

/** Returns the 0/1 matrix that assigns outputs to heads, [outputs × heads]. */
function headOfOutput({ heads }: NetShape): tf.Tensor2D {
  const head = heads.flatMap(({ basis }, i) => Array<number>(basis).fill(i));
  return tf.oneHot(tf.tensor1d(head, 'int32'), heads.length).toFloat() as tf.Tensor2D;
}

/** Returns the loss and the gradient of each parameter, by the stock tape. Call inside a tidy. */
export function stockGradients(
  theta: tf.Tensor[],
  input: StockInput,
): { value: tf.Scalar; grads: tf.Tensor[] } {
  const lossOf = (...parameters: tf.Tensor[]) => stockLoss(parameters, input);
  return tf.valueAndGrads(lossOf)(theta);
}

/** Trains by the stock Adam, with weight decay and clipping around it: AdamW as PyTorch has it. */
export class StockTraining {
  readonly #parts: readonly Segment[];
  readonly #scales: readonly tf.Tensor[];
  /** Parameters divided by their scale: the tape then multiplies gradients by it, as Adam does with steps. */
  readonly #variables: readonly tf.Variable[];
  readonly #adam: tf.Optimizer;
  readonly #settings: FitSettings;

  /**
   * @param theta starting point, [parameterCount]
   * @param scale factor of each parameter's gradient and step, [parameterCount], never 0
   */
  constructor(
    shape: NetShape,
    { theta, scale }: { theta: ArrayLike<number>; scale: ArrayLike<number> },
    settings: FitSettings,
  ) {
    this.#parts = segments(shape);
    this.#settings = settings;
    this.#scales = stockTensors(shape, scale);
    const start = Float32Array.from(theta, (value, i) => value / scale[i]!);
    this.#variables = stockTensors(shape, start).map((part) => tf.variable(part));
    this.#adam = tf.train.adam(settings.learningRate, 0.9, 0.999, 1e-8);
  }

  /** Returns the parameters in the order of `segments`. */
  parameters(): tf.Tensor[] {
    return this.#variables.map((variable, i) => tf.mul(variable, this.#scales[i]!));
  }

  /** Takes one step and returns the loss before it. Call inside a tidy. */
  step(input: StockInput): tf.Scalar {
    const { learningRate, weightDecay, clipNorm } = this.#settings;
    const lossOf = () => stockLoss(this.parameters(), input);
    const { value, grads } = tf.variableGrads(lossOf, [...this.#variables]);
    const squares = Object.values(grads).map((part) => tf.sum(tf.square(part)));
    const clip = tf.minimum(1, tf.div(clipNorm, tf.add(tf.sqrt(tf.addN(squares)), 1e-6)));
    this.#parts.forEach(({ decay }, i) => {
      const variable = this.#variables[i]!;
      if (decay) variable.assign(tf.mul(variable, 1 - learningRate * weightDecay));
    });
    this.#adam.applyGradients(
      Object.fromEntries(Object.entries(grads).map(([name, part]) => [name, tf.mul(part, clip)])),
    );
    return value;
  }
}
