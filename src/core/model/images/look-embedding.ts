// What the image encoder's network sees, and the colours of the picture → the embedding.

import { colourShares } from './colour-shares.ts';
import {
  COLOUR_BINS,
  HEAD_INPUTS,
  LOOK_SIZE,
  PICTURE_SIDE,
  type Convolution,
} from './image-encoder-weights.ts';

/** Numbers that the network gives for a picture: means over it and around its middle, of each layer seen in turn. */
export const SEEN_SIZE: number = HEAD_INPUTS - 2 * COLOUR_BINS;

/** Distance of the pixels whose colours count, and the middle part, in pixels. */
const STEP = 4;
const MIDDLE = { from: PICTURE_SIDE / 4, to: (PICTURE_SIDE * 3) / 4, step: STEP };

/**
 * Returns the embedding of a picture, LOOK_SIZE numbers of length 1.
 * @param seen what the network gives, [SEEN_SIZE]
 * @param rgb [PICTURE_SIDE × PICTURE_SIDE × 3]
 */
export function lookEmbedding(
  seen: Float32Array,
  rgb: Uint8Array,
  { kernel, bias }: Convolution,
): Float32Array {
  const embedding = Float64Array.from(bias);
  const add = (value: number, row: number) => {
    // The square root keeps a few strong inputs from outweighing all others.
    const input = Math.sign(value) * Math.sqrt(Math.abs(value));
    if (input === 0) return;
    for (let i = 0; i < LOOK_SIZE; i++) embedding[i]! += input * kernel[row * LOOK_SIZE + i]!;
  };
  seen.forEach(add);
  const whole = colourShares(rgb, PICTURE_SIDE, { from: 0, to: PICTURE_SIDE, step: STEP });
  whole.forEach((share, i) => add(share, SEEN_SIZE + i));
  const middle = colourShares(rgb, PICTURE_SIDE, MIDDLE);
  middle.forEach((share, i) => add(share, SEEN_SIZE + COLOUR_BINS + i));
  const length = Math.hypot(...embedding);
  return Float32Array.from(embedding, (value) => (length > 0 ? value / length : 0));
}

/** Weights of the pixels of a layer's n × n output: means over all, and around the middle, [2 × n²]. */
export function poolingWeights(n: number): Float32Array {
  const line = Array.from({ length: n }, (_, i) =>
    Math.exp(-(((2 * i) / (n - 1) - 1) ** 2) / 0.25),
  );
  const middle = line.flatMap((y) => line.map((x) => x * y));
  const sum = middle.reduce((all, weight) => all + weight, 0);
  return Float32Array.from([
    ...middle.map(() => 1 / (n * n)),
    ...middle.map((weight) => weight / sum),
  ]);
}
