// The pretrained sentence encoder (Universal Sentence Encoder lite): its sizes, and the file format of its weights.
//
//   "DEBUTLM1" · length of the head, uint32 · head: JSON { tensors: [{ name, shape, scaledBy }] } · then each tensor:
//     scaledBy "row" or "column"  a float32 scale for each row or column, then int8: value = scale × int8
//     scaledBy "none"             float32
//
// All parts are aligned to four bytes; numbers are little-endian.

import { damaged } from './language-files.ts';

export const TOKEN_WIDTH = 256;
export const EMBEDDING_SIZE = 512;
export const HEADS = 4;
/** Input width of each of the two layers; both output `EMBEDDING_SIZE`. */
export const LAYER_WIDTHS: readonly [number, number] = [TOKEN_WIDTH, EMBEDDING_SIZE];
const VOCABULARY = 8002;
const HIDDEN = 1536;

const MAGIC = 'DEBUTLM1';
const ALIGNMENT = 4;

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

/** Returns the values of the tensor with this name and shape, or throws. */
export type TakeTensor = (name: string, shape: readonly number[]) => Float32Array;

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

interface StoredTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly scaledBy: 'row' | 'column' | 'none';
}

/** Reads the weights from a file. Throws AppError language-damaged where it is truncated or has another layout. */
export function unpackWeights(file: Uint8Array<ArrayBuffer>): EncoderWeights {
  const tensors = unpackTensors(file);
  return collectWeights((name, shape) => {
    const found = tensors.get(name);
    if (found?.shape.join() !== shape.join())
      throw damaged('the weights', `${name} of ${shape.join(' × ')}`, String(found?.shape.join()));
    return found.values;
  });
}

function unpackTensors(
  file: Uint8Array<ArrayBuffer>,
): Map<string, { shape: readonly number[]; values: Float32Array }> {
  const cursor = new Cursor(file);
  const magic = String.fromCharCode(...cursor.bytes(MAGIC.length));
  if (magic !== MAGIC) throw damaged('the weights', MAGIC, magic);
  const [headLength] = new Uint32Array(cursor.bytes(4).buffer);
  const { tensors } = readHead(cursor.bytes(headLength!));
  const unpacked = tensors.map(({ name, shape, scaledBy }) => {
    const values = readValues(cursor, shape, scaledBy);
    return [name, { shape, values }] as const;
  });
  cursor.assertEnd();
  return new Map(unpacked);
}

function readHead(bytes: Uint8Array): { tensors: readonly StoredTensor[] } {
  const text = String.fromCharCode(...bytes); // names are ASCII
  try {
    const head = JSON.parse(text) as { tensors: readonly StoredTensor[] } | null;
    if (head?.tensors.every(({ shape }) => Array.isArray(shape))) return head;
  } catch {
    // Reported below.
  }
  throw damaged('the weights', 'a head', text.slice(0, 40));
}

function readValues(
  cursor: Cursor,
  shape: readonly number[],
  scaledBy: StoredTensor['scaledBy'],
): Float32Array {
  const count = shape.reduce((product, length) => product * length, 1);
  if (scaledBy === 'none') return new Float32Array(cursor.bytes(4 * count).buffer);
  const [rows = 0, columns = 0] = shape;
  const byRow = scaledBy === 'row';
  const scales = new Float32Array(cursor.bytes(4 * (byRow ? rows : columns)).buffer);
  const whole = new Int8Array(cursor.bytes(count).buffer);
  const values = new Float32Array(count);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++)
      values[i] = whole[i]! * scales[byRow ? row : column]!;
  }
  return values;
}

/** Reads the parts in order, each into a buffer of its own. */
class Cursor {
  readonly #file: Uint8Array<ArrayBuffer>;
  #offset = 0;

  constructor(file: Uint8Array<ArrayBuffer>) {
    this.#file = file;
  }

  bytes(length: number): Uint8Array<ArrayBuffer> {
    const end = this.#offset + length;
    if (end > this.#file.length)
      throw damaged('the weights', `${end} bytes`, String(this.#file.length));
    const part = this.#file.slice(this.#offset, end);
    this.#offset = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    return part;
  }

  assertEnd(): void {
    if (this.#offset !== this.#file.length)
      throw damaged('the weights', `${this.#offset} bytes`, String(this.#file.length));
  }
}
