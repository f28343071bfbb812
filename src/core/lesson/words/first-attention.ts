// The first self-attention of the sentence encoder, computed with its own weights: softmax(q kᵀ / √d) in each head
// (Vaswani et al. 2017), averaged over the heads. learning/encoders/sentence-encoder.ts does the same on tensors.

import { mean } from '#core/base/statistics/statistics.ts';
import { HEADS, TOKEN_WIDTH, type EncoderWeights } from '#core/model/text/encoder-weights.ts';

const EPSILON = 1e-6;
const TOKEN_SCALE = Math.sqrt(TOKEN_WIDTH) / 8;
const HEAD_WIDTH = TOKEN_WIDTH / HEADS;

/** Returns the share of attention that each token gives to each token, [tokens × tokens]. */
export function firstAttention(weights: EncoderWeights, tokens: readonly number[]): Float32Array {
  const rows = tokens.map((token, position) =>
    normalised(inputOf(weights, token, position), weights),
  );
  const [queries, keys] = [0, 1].map((part) => rows.map((row) => projected(row, weights, part)));
  const shares = new Float32Array(tokens.length ** 2);
  queries!.forEach((query, i) => {
    for (let head = 0; head < HEADS; head++) {
      const scores = keys!.map((key) => headProduct(query, key, head) / Math.sqrt(HEAD_WIDTH));
      softmax(scores).forEach((share, j) => {
        const at = i * tokens.length + j;
        shares[at] = shares[at]! + share / HEADS;
      });
    }
  });
  return shares;
}

/** Returns the token's vector plus the sines and cosines of its position, [256]. */
function inputOf({ embedding, frequencies }: EncoderWeights, token: number, position: number) {
  const half = TOKEN_WIDTH / 2;
  return Float64Array.from({ length: TOKEN_WIDTH }, (_, i) => {
    const angle = Math.fround(position * frequencies[i % half]!);
    const signal = i < half ? Math.sin(angle) : Math.cos(angle);
    return TOKEN_SCALE * embedding[token * TOKEN_WIDTH + i]! + signal;
  });
}

/** Normalises to mean 0 and variance 1, then scales and shifts. */
function normalised(row: Float64Array, { layers }: EncoderWeights): Float64Array {
  const { attentionNormScale, attentionNormShift } = layers[0];
  const centre = mean(row);
  const deviation = Math.sqrt(mean(row.map((value) => (value - centre) ** 2)) + EPSILON);
  return row.map(
    (value, i) => ((value - centre) / deviation) * attentionNormScale[i]! + attentionNormShift[i]!,
  );
}

/** @param part 0: query, 1: key */
function projected(row: Float64Array, { layers }: EncoderWeights, part: number): Float64Array {
  const { queryKeyValue, queryKeyValueBias } = layers[0];
  const from = part * TOKEN_WIDTH;
  return Float64Array.from({ length: TOKEN_WIDTH }, (_, column) =>
    row.reduce(
      (sum, value, i) => sum + value * queryKeyValue[i * 3 * TOKEN_WIDTH + from + column]!,
      queryKeyValueBias[from + column]!,
    ),
  );
}

function headProduct(query: Float64Array, key: Float64Array, head: number): number {
  let sum = 0;
  for (let i = head * HEAD_WIDTH; i < (head + 1) * HEAD_WIDTH; i++) sum += query[i]! * key[i]!;
  return sum;
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
