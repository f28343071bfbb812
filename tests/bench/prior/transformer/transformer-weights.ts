// The launch Transformer's weights: sizes, and the file that holds them.

import { takeFrom, unpackTensors, type TakeTensor } from '#core/model/text/packed-tensors.ts';
import { EXPERT_COUNT } from './experts.ts';
import { FIELD_COUNT } from './fields.ts';
import { LABEL_PLACES } from './known-launches.ts';

/** Random numbers that stand for a label. */
export const CODE_SIZE = 6;
/** Labels that can be told apart in one column; others have no code. */
export const MOST_LEVELS = 256;
export const NORMALS = 8;
export const WIDTH = 96;
export const HEADS = 4;
const LAYERS = 5;
const FIELDS_HIDDEN = 2 * WIDTH;
const INNER = 256;
/** Known units, their difference from the first expert's forecast, whether the launch sold out, and 1. */
const SALES_PARTS = 4;

/** A linear map: [outputs × inputs] and [outputs]. */
export interface Linear {
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}

export interface LayerWeights {
  /** Growth of each head's attention scale with ln of the number of launches, [HEADS]. */
  readonly temperature: Float32Array;
  readonly before: Linear;
  readonly query: Linear;
  readonly keyValue: Linear;
  readonly out: Linear;
  readonly between: Linear;
  readonly up: Linear;
  readonly down: Linear;
}

export interface TransformerWeights {
  readonly fieldsIn: Linear;
  readonly fieldsOut: Linear;
  readonly sales: Linear;
  readonly layers: readonly LayerWeights[];
  readonly last: Linear;
  readonly headIn: Linear;
  readonly headOut: Linear;
}

/** Reads the weights. Throws AppError language-damaged where the file is truncated or of another layout. */
export function readTransformerWeights(file: Uint8Array<ArrayBuffer>): TransformerWeights {
  const take = takeFrom(unpackTensors(file));
  return {
    fieldsIn: linear(take, 'fields.0', [FIELDS_HIDDEN, FIELD_COUNT + CODE_SIZE * LABEL_PLACES]),
    fieldsOut: linear(take, 'fields.2', [WIDTH, FIELDS_HIDDEN]),
    sales: linear(take, 'sales', [WIDTH, SALES_PARTS]),
    layers: Array.from({ length: LAYERS }, (_, i) => layer(take, `layers.${i}`)),
    last: linear(take, 'last', [WIDTH]),
    headIn: linear(take, 'head.0', [FIELDS_HIDDEN, WIDTH]),
    headOut: linear(take, 'head.2', [3 * NORMALS + EXPERT_COUNT, FIELDS_HIDDEN]),
  };
}

function layer(take: TakeTensor, name: string): LayerWeights {
  return {
    temperature: take(`${name}.temperature`, [HEADS]),
    before: linear(take, `${name}.before`, [WIDTH]),
    query: linear(take, `${name}.query`, [WIDTH, WIDTH]),
    keyValue: linear(take, `${name}.key_value`, [2 * WIDTH, WIDTH]),
    out: linear(take, `${name}.out`, [WIDTH, WIDTH]),
    between: linear(take, `${name}.between`, [WIDTH]),
    up: linear(take, `${name}.up`, [INNER, WIDTH]),
    down: linear(take, `${name}.down`, [WIDTH, INNER]),
  };
}

function linear(take: TakeTensor, name: string, shape: readonly number[]): Linear {
  return { weight: take(`${name}.weight`, shape), bias: take(`${name}.bias`, shape.slice(0, 1)) };
}
