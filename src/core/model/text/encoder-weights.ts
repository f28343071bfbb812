// The pretrained sentence encoder (Universal Sentence Encoder lite): its sizes, and its weights.

import { takeFrom, unpackTensors, type TakeTensor } from './packed-tensors.ts';

export const TOKEN_WIDTH = 256;
export const EMBEDDING_SIZE = 512;
export const HEADS = 4;
/** Input width of each of the two layers; both output `EMBEDDING_SIZE`. */
export const LAYER_WIDTHS: readonly [number, number] = [TOKEN_WIDTH, EMBEDDING_SIZE];
const VOCABULARY = 8002;
const HIDDEN = 1536;

export interface LayerWeights {
  readonly attentionNormScale: Float32Array; // [width]
  readonly attentionNormShift: Float32Array; // [width]
  /** Query, key and value columns, concatenated. */
  readonly queryKeyValue: Float32Array; // [width, 3 * width]
  readonly queryKeyValueBias: Float32Array; // [3 * width]
  readonly attentionOutput: Float32Array; // [width, 512]
  readonly attentionOutputBias: Float32Array; // [512]
  readonly feedForwardNormScale: Float32Array; // [512]
  readonly feedForwardNormShift: Float32Array; // [512]
  readonly feedForwardIn: Float32Array; // [512, 1536]
  readonly feedForwardInBias: Float32Array; // [1536]
  readonly feedForwardOut: Float32Array; // [1536, 512]
  readonly feedForwardOutBias: Float32Array; // [512]
}

export interface EncoderWeights {
  readonly embedding: Float32Array; // [8002, 256]
  /** Radians per position of the sines and cosines that encode positions. */
  readonly frequencies: Float32Array; // [128]
  /** Projection of the first layer's input for its residual connection. */
  readonly widen: Float32Array; // [256, 512]
  readonly widenBias: Float32Array; // [512]
  readonly layers: readonly [LayerWeights, LayerWeights];
  readonly sentence: Float32Array; // [512, 512]
  readonly sentenceBias: Float32Array; // [512]
}

function layerShapes(width: number): Record<keyof LayerWeights, readonly number[]> {
  return {
    attentionNormScale: [width],
    attentionNormShift: [width],
    queryKeyValue: [width, 3 * width],
    queryKeyValueBias: [3 * width],
    attentionOutput: [width, EMBEDDING_SIZE],
    attentionOutputBias: [EMBEDDING_SIZE],
    feedForwardNormScale: [EMBEDDING_SIZE],
    feedForwardNormShift: [EMBEDDING_SIZE],
    feedForwardIn: [EMBEDDING_SIZE, HIDDEN],
    feedForwardInBias: [HIDDEN],
    feedForwardOut: [HIDDEN, EMBEDDING_SIZE],
    feedForwardOutBias: [EMBEDDING_SIZE],
  };
}

const SHAPES: Record<Exclude<keyof EncoderWeights, 'layers'>, readonly number[]> = {
  embedding: [VOCABULARY, TOKEN_WIDTH],
  frequencies: [TOKEN_WIDTH / 2],
  widen: [TOKEN_WIDTH, EMBEDDING_SIZE],
  widenBias: [EMBEDDING_SIZE],
  sentence: [EMBEDDING_SIZE, EMBEDDING_SIZE],
  sentenceBias: [EMBEDDING_SIZE],
};

/**
 * Collects all weights by taking each tensor by name and shape. The layers' names begin with "layer0." and "layer1.".
 */
export function collectWeights(take: TakeTensor): EncoderWeights {
  const all = <Name extends string>(
    shapes: Record<Name, readonly number[]>,
    prefix = '',
  ): Record<Name, Float32Array> => {
    const names = Object.keys(shapes) as Name[];
    const values = names.map((name) => [name, take(prefix + name, shapes[name])]);
    return Object.fromEntries(values) as Record<Name, Float32Array>;
  };
  const [first, second] = LAYER_WIDTHS.map((width, i) => all(layerShapes(width), `layer${i}.`));
  return { ...all(SHAPES), layers: [first!, second!] };
}

/** Reads the weights from a file. Throws AppError language-damaged where it is truncated or has another layout. */
export function unpackWeights(file: Uint8Array<ArrayBuffer>): EncoderWeights {
  return collectWeights(takeFrom(unpackTensors(file)));
}
