// The pretrained sentence encoder: a Transformer of two layers, normalised before each part, over tokens padded to one
// length. Shapes: B texts of T tokens, width D, H heads of D / H. Every row is computed alone, so that a text's
// embedding does not depend on its batch.

import {
  add,
  dispose,
  fused,
  matMul,
  mul,
  reshape,
  rsqrt,
  softmax,
  square,
  sub,
  sum,
  tanh,
  tensor1d,
  tensor2d,
  tensor3d,
  tensor4d,
  tidy,
  transpose,
  type Rank,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import {
  EMBEDDING_SIZE,
  HEADS,
  LAYER_WIDTHS,
  TOKEN_WIDTH,
  type EncoderWeights,
  type LayerWeights,
} from '#core/model/text/encoder-weights.ts';
import { ofLengthOne } from '#core/base/text/text-embeddings.ts';
import { tokenBatches, type TokenBatch } from '#core/model/text/token-batches.ts';
import type { EngineSession } from '../session.ts';

const EPSILON = 1e-6;
/** Added to the attention scores of padding, so that their exponential is exactly 0. */
const NO_ATTENTION = -1e9;
const TOKEN_SCALE = Math.sqrt(TOKEN_WIDTH) / 8;

export interface SentenceEncoder {
  /**
   * Returns embeddings of length 1, [texts × 512], in the order of the texts; zeros for a text without tokens. Tokens
   * come from `textTokens`. Between batches `pause` gets the number of texts done; an error that it throws ends the
   * work.
   */
  embed(
    texts: readonly (readonly number[])[],
    pause?: (done: number) => Promise<void>,
  ): Promise<Float32Array>;
  dispose(): void;
}

/** Uploads the weights to the session's backend. Call `dispose` to release them. */
export function openSentenceEncoder(
  weights: EncoderWeights,
  session: EngineSession,
): SentenceEncoder {
  const net = uploadNet(weights);
  return {
    async embed(texts, pause = () => Promise.resolve()) {
      const embeddings = new Float32Array(texts.length * EMBEDDING_SIZE);
      let done = 0;
      for (const batch of tokenBatches(texts)) {
        const values = await session.read(forward(net, batch, weights));
        batch.rows.forEach((row, i) => {
          const sentence = values.subarray(i * EMBEDDING_SIZE, (i + 1) * EMBEDDING_SIZE);
          embeddings.set(ofLengthOne(sentence), row * EMBEDDING_SIZE);
        });
        done += batch.rows.length;
        await pause(done);
      }
      return embeddings;
    },
    dispose: () => dispose(tensorsOf(net)),
  };
}

interface Dense {
  readonly kernel: Tensor2D; // [in, out]
  readonly bias: Tensor1D; // [out]
}

interface Norm {
  readonly scale: Tensor1D; // [D]
  readonly shift: Tensor1D; // [D]
}

interface Layer {
  readonly width: number;
  readonly attentionNorm: Norm;
  readonly query: Dense; // [D, D], divided by √(D / H)
  readonly key: Dense;
  readonly value: Dense;
  readonly attentionOutput: Dense; // [D, 512]
  readonly feedForwardNorm: Norm;
  readonly feedForwardIn: Dense; // [512, 1536]
  readonly feedForwardOut: Dense; // [1536, 512]
}

interface Net {
  readonly layers: readonly Layer[];
  readonly widen: Dense; // [256, 512]
  readonly sentence: Dense; // [512, 512]
}

function uploadNet(weights: EncoderWeights): Net {
  return {
    layers: weights.layers.map((layer, i) => uploadLayer(layer, LAYER_WIDTHS[i]!)),
    widen: uploadDense(weights.widen, weights.widenBias),
    sentence: uploadDense(weights.sentence, weights.sentenceBias),
  };
}

function uploadLayer(layer: LayerWeights, width: number): Layer {
  const third = (part: number, factor = 1) =>
    uploadDense(
      columnsOf(layer.queryKeyValue, 3 * width, { from: part * width, count: width, factor }),
      columnsOf(layer.queryKeyValueBias, 3 * width, { from: part * width, count: width, factor }),
    );
  return {
    width,
    attentionNorm: uploadNorm(layer.attentionNormScale, layer.attentionNormShift),
    query: third(0, 1 / Math.sqrt(width / HEADS)),
    key: third(1),
    value: third(2),
    attentionOutput: uploadDense(layer.attentionOutput, layer.attentionOutputBias),
    feedForwardNorm: uploadNorm(layer.feedForwardNormScale, layer.feedForwardNormShift),
    feedForwardIn: uploadDense(layer.feedForwardIn, layer.feedForwardInBias),
    feedForwardOut: uploadDense(layer.feedForwardOut, layer.feedForwardOutBias),
  };
}

function columnsOf(
  values: Float32Array, // [rows, width]
  width: number,
  { from, count, factor }: { from: number; count: number; factor: number },
): Float32Array {
  const rows = values.length / width;
  return Float32Array.from(
    { length: rows * count },
    (_, i) => values[Math.floor(i / count) * width + from + (i % count)]! * factor,
  );
}

function uploadDense(kernel: Float32Array, bias: Float32Array): Dense {
  const shape: [number, number] = [kernel.length / bias.length, bias.length];
  return { kernel: tensor2d(kernel, shape), bias: tensor1d(bias) };
}

function uploadNorm(scale: Float32Array, shift: Float32Array): Norm {
  return { scale: tensor1d(scale), shift: tensor1d(shift) };
}

function tensorsOf({ layers, widen, sentence }: Net): Tensor[] {
  const parts = layers.flatMap(({ attentionNorm, query, key, value, ...rest }) => [
    ...[attentionNorm, query, key, value, rest.attentionOutput],
    ...[rest.feedForwardNorm, rest.feedForwardIn, rest.feedForwardOut],
  ]);
  return [...parts, widen, sentence].flatMap((part): Tensor[] => Object.values(part) as Tensor[]);
}

/** Returns the sentence embeddings of a batch before normalisation, [B × 512]. */
function forward(net: Net, batch: TokenBatch, weights: EncoderWeights): Tensor2D {
  return tidy(() => {
    const { rows, length } = batch;
    const attention = tensor4d(attentionOf(batch), [rows.length, 1, 1, length]);
    const input = tensor2d(inputOf(batch, weights), [rows.length * length, TOKEN_WIDTH]);
    let x = input; // [B * T, D]
    net.layers.forEach((layer, i) => {
      const carried = i === 0 ? dense(x, net.widen) : x;
      const attended = selfAttention(norm(x, layer.attentionNorm), layer, attention);
      x = add(dense(attended, layer.attentionOutput), carried); // [B * T, 512]
      const hidden = dense(norm(x, layer.feedForwardNorm), layer.feedForwardIn, 'relu');
      x = add(x, denseOfRelu(hidden, layer.feedForwardOut));
    });
    const shares = tensor3d(sharesOf(batch), [rows.length, 1, length]);
    const tokens = reshape<Rank.R3>(x, [rows.length, length, EMBEDDING_SIZE]);
    const mean = reshape<Rank.R2>(matMul(shares, tokens), [rows.length, EMBEDDING_SIZE]);
    return tanh(dense(mean, net.sentence));
  });
}

/** Returns 2 × embedding + sines and cosines of the position, [B * T, 256]; zeros for padding. */
function inputOf({ tokens, length }: TokenBatch, weights: EncoderWeights): Float32Array {
  const { embedding } = weights;
  const positions = positionSignal(length, weights.frequencies);
  const input = new Float32Array(tokens.length * length * TOKEN_WIDTH);
  tokens.forEach((ids, row) => {
    ids.forEach((id, position) => {
      const at = (row * length + position) * TOKEN_WIDTH;
      for (let i = 0; i < TOKEN_WIDTH; i++) {
        const signal = positions[position * TOKEN_WIDTH + i]!;
        input[at + i] = TOKEN_SCALE * embedding[id * TOKEN_WIDTH + i]! + signal;
      }
    });
  });
  return input;
}

function positionSignal(length: number, frequencies: Float32Array): Float32Array {
  const half = TOKEN_WIDTH / 2;
  const signal = new Float32Array(length * TOKEN_WIDTH);
  for (let position = 0; position < length; position++) {
    frequencies.forEach((frequency, i) => {
      const angle = Math.fround(position * frequency);
      signal[position * TOKEN_WIDTH + i] = Math.sin(angle);
      signal[position * TOKEN_WIDTH + half + i] = Math.cos(angle);
    });
  }
  return signal;
}

/** Returns 0 for a token and NO_ATTENTION for padding, [B, T]. */
function attentionOf({ tokens, length }: TokenBatch): Float32Array {
  const values = new Float32Array(tokens.length * length);
  tokens.forEach((ids, row) =>
    values.fill(NO_ATTENTION, row * length + ids.length, (row + 1) * length),
  );
  return values;
}

/** Returns each token's weight in the mean, [B, T]. */
function sharesOf({ tokens, length }: TokenBatch): Float32Array {
  const values = new Float32Array(tokens.length * length);
  tokens.forEach((ids, row) =>
    values.fill(1 / ids.length, row * length, row * length + ids.length),
  );
  return values;
}

/** Returns what each token gathers from its whole text, [B * T, D], for normalised x, [B * T, D]. */
function selfAttention(x: Tensor2D, layer: Layer, attention: Tensor4D): Tensor2D {
  const [texts, , , length] = attention.shape;
  const { width } = layer;
  const heads = (part: Dense) =>
    transpose(
      reshape<Rank.R4>(dense(x, part), [texts, length, HEADS, width / HEADS]),
      [0, 2, 1, 3],
    ); // [B, H, T, D / H]
  const scores = matMul(heads(layer.query), heads(layer.key), false, true); // [B, H, T, T]
  const weights = softmax(add<Tensor4D>(scores, attention));
  const gathered = matMul(weights, heads(layer.value)); // [B, H, T, D / H]
  return reshape(transpose(gathered, [0, 2, 1, 3]), [texts * length, width]);
}

/**
 * Dense layer. The weights never change, so a backend may cache them packed: on WASM the encoder is 1.4 times as fast
 * as with plain products.
 */
function dense(
  x: Tensor2D,
  { kernel, bias }: Dense,
  activation: 'linear' | 'relu' = 'linear',
): Tensor2D {
  return fused.matMul({ a: x, b: kernel, bias, activation }) as Tensor2D;
}

/** Dense layer after relu: its input is mostly zeros, which our matrix products skip. */
function denseOfRelu(x: Tensor2D, { kernel, bias }: Dense): Tensor2D {
  return add(matMul(x, kernel), bias);
}

/** Normalises each row of x, [rows, D], to mean 0 and variance 1, then scales and shifts it. */
function norm(x: Tensor2D, { scale, shift }: Norm): Tensor2D {
  const width = x.shape[1];
  const centred = sub(x, mul(sum(x, -1, true), 1 / width));
  const variance = mul(sum(square(centred), -1, true), 1 / width);
  return add(mul(mul(centred, rsqrt(add(variance, EPSILON))), scale), shift);
}
