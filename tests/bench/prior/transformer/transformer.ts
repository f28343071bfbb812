// The launch Transformer: past launches are tokens that attend to each other; launches to forecast attend to them. The
// answer is a mixture of normal distributions of z.

import { normalShare } from '#core/base/statistics/normal-distribution.ts';
import { EXPERT_COUNT, EXPERT_PARTS } from './experts.ts';
import { NO_CODE, type Fields } from './fields.ts';
import { LABEL_PLACES } from './known-launches.ts';
import {
  CODE_SIZE,
  HEADS,
  MOST_LEVELS,
  NORMALS,
  WIDTH,
  type LayerWeights,
  type Linear,
  type TransformerWeights,
} from './transformer-weights.ts';

const HEAD_WIDTH = WIDTH / HEADS;
/** ln of the number of launches at which attention has its plain scale. */
const PLAIN_SIZE = 4.5;
const NORM_EPSILON = 1e-5;
const LOG_SPREADS = { least: -4, most: 2 };
const Z_BOUND = 6;

/** A mixture of normal distributions, [NORMALS] each. */
export interface Mixture {
  readonly centres: Float64Array;
  readonly spreads: Float64Array;
  /** Add up to one. */
  readonly weights: Float64Array;
}

export interface TransformerContext {
  readonly fields: readonly Fields[];
  readonly z: Float64Array;
  readonly soldOut: readonly boolean[];
  /** Numbers that stand for labels, [LABEL_PLACES × MOST_LEVELS × CODE_SIZE]. */
  readonly codes: Float32Array;
}

/** Reads the context once. Returns a function that forecasts a launch. */
export function openTransformer(
  weights: TransformerWeights,
  { fields, z, soldOut, codes }: TransformerContext,
): (asked: Fields) => Mixture {
  const count = fields.length;
  const size = Math.log(count) - PLAIN_SIZE;
  const token = (own: Fields) =>
    linear(weights.fieldsOut, gelu(linear(weights.fieldsIn, coded(own, codes))));
  let tokens = fields.map((own, i) => {
    const known = Math.min(Z_BOUND, Math.max(-Z_BOUND, z[i]!));
    const sales = [known, known - own.inputs[0]!, soldOut[i] ? 1 : 0, 1];
    return added(token(own), linear(weights.sales, Float32Array.from(sales)));
  });
  const memories = weights.layers.map((layer) => {
    const memory = memoryOf(layer, tokens);
    tokens = tokens.map((x) => through(layer, memory, x));
    return memory;
  });
  return (asked) => {
    let x = token(asked);
    weights.layers.forEach((layer, i) => (x = through(layer, memories[i]!, x)));
    const out = linear(weights.headOut, gelu(linear(weights.headIn, normed(weights.last, x))));
    return mixtureOf(out, asked);
  };

  function memoryOf(layer: LayerWeights, of: readonly Float32Array[]): Memory {
    const keys = new Float32Array(count * WIDTH);
    const values = new Float32Array(count * WIDTH);
    of.forEach((x, i) => {
      const both = linear(layer.keyValue, normed(layer.before, x));
      keys.set(both.subarray(0, WIDTH), i * WIDTH);
      values.set(both.subarray(WIDTH), i * WIDTH);
    });
    const scales = Float64Array.from(
      layer.temperature,
      (growth) => (1 + growth * size) / Math.sqrt(HEAD_WIDTH),
    );
    return { keys, values, scales };
  }
}

/** Keys and values of the context in one layer, [context × WIDTH], and the scale of each head. */
interface Memory {
  readonly keys: Float32Array;
  readonly values: Float32Array;
  readonly scales: Float64Array;
}

function through(layer: LayerWeights, memory: Memory, x: Float32Array): Float32Array {
  const query = linear(layer.query, normed(layer.before, x));
  const attended = added(x, linear(layer.out, attend(memory, query)));
  return added(
    attended,
    linear(layer.down, gelu(linear(layer.up, normed(layer.between, attended)))),
  );
}

function attend({ keys, values, scales }: Memory, query: Float32Array): Float32Array {
  const count = keys.length / WIDTH;
  const seen = new Float32Array(WIDTH);
  const shares = new Float64Array(count);
  for (let head = 0; head < HEADS; head++) {
    const from = head * HEAD_WIDTH;
    let most = -Infinity;
    for (let j = 0; j < count; j++) {
      let product = 0;
      for (let k = from; k < from + HEAD_WIDTH; k++) product += query[k]! * keys[j * WIDTH + k]!;
      shares[j] = product * scales[head]!;
      most = Math.max(most, shares[j]!);
    }
    let total = 0;
    for (let j = 0; j < count; j++) total += shares[j] = Math.exp(shares[j]! - most);
    for (let j = 0; j < count; j++) {
      const share = shares[j]! / total;
      for (let k = from; k < from + HEAD_WIDTH; k++)
        seen[k] = seen[k]! + share * values[j * WIDTH + k]!;
    }
  }
  return seen;
}

/** Returns the fields of a launch with the codes of its labels. */
function coded({ inputs, codes: own }: Fields, codes: Float32Array): Float32Array {
  const all = new Float32Array(inputs.length + LABEL_PLACES * CODE_SIZE);
  all.set(inputs);
  own.forEach((code, place) => {
    if (code === NO_CODE || code >= MOST_LEVELS) return;
    const at = (place * MOST_LEVELS + code) * CODE_SIZE;
    all.set(codes.subarray(at, at + CODE_SIZE), inputs.length + place * CODE_SIZE);
  });
  return all;
}

/** The experts' forecasts, weighed by what the network trusts here, are where all normal distributions start from. */
function mixtureOf(out: Float32Array, { inputs }: Fields): Mixture {
  const trust = softmax(out.subarray(3 * NORMALS));
  let start = 0;
  for (let k = 0; k < EXPERT_COUNT; k++) start += trust[k]! * inputs[EXPERT_PARTS * k]!;
  return {
    centres: Float64Array.from(out.subarray(0, NORMALS), (centre) => start + centre),
    spreads: Float64Array.from(out.subarray(NORMALS, 2 * NORMALS), (log) =>
      Math.exp(Math.min(LOG_SPREADS.most, Math.max(LOG_SPREADS.least, log))),
    ),
    weights: softmax(out.subarray(2 * NORMALS, 3 * NORMALS)),
  };
}

function softmax(logits: Float32Array): Float64Array {
  const most = Math.max(...logits);
  const shares = Float64Array.from(logits, (logit) => Math.exp(logit - most));
  const total = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => share / total);
}

/** Returns W x + b. Four outputs at a time, so that sums do not wait for each other. */
function linear({ weight, bias }: Linear, x: Float32Array): Float32Array {
  const out = Float32Array.from(bias);
  const inputs = x.length;
  let o = 0;
  for (; o + 3 < out.length; o += 4) {
    let [first, second, third, fourth] = [0, 0, 0, 0];
    const at = o * inputs;
    for (let i = 0; i < inputs; i++) {
      const value = x[i]!;
      first += weight[at + i]! * value;
      second += weight[at + inputs + i]! * value;
      third += weight[at + 2 * inputs + i]! * value;
      fourth += weight[at + 3 * inputs + i]! * value;
    }
    out[o] = out[o]! + first;
    out[o + 1] = out[o + 1]! + second;
    out[o + 2] = out[o + 2]! + third;
    out[o + 3] = out[o + 3]! + fourth;
  }
  for (; o < out.length; o++)
    for (let i = 0; i < inputs; i++) out[o] = out[o]! + weight[o * inputs + i]! * x[i]!;
  return out;
}

/** Layer normalisation (Ba, Kiros, Hinton 2016). */
function normed({ weight, bias }: Linear, x: Float32Array): Float32Array {
  let total = 0;
  let squares = 0;
  for (const value of x) {
    total += value;
    squares += value * value;
  }
  const centre = total / x.length;
  const scale = 1 / Math.sqrt(Math.max(0, squares / x.length - centre * centre) + NORM_EPSILON);
  return x.map((value, i) => (value - centre) * scale * weight[i]! + bias[i]!);
}

/** Gaussian error linear unit (Hendrycks and Gimpel 2016): x Φ(x). In place. */
function gelu(x: Float32Array): Float32Array {
  for (let i = 0; i < x.length; i++) x[i] = x[i]! * normalShare(x[i]!);
  return x;
}

function added(a: Float32Array, b: Float32Array): Float32Array {
  for (let i = 0; i < a.length; i++) b[i] = b[i]! + a[i]!;
  return b;
}
