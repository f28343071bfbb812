import { readFileSync } from 'node:fs';
import {
  readTransformerWeights,
  type TransformerWeights,
} from './transformer/transformer-weights.ts';

const FILE = new URL('launch-transformer.bin', import.meta.url);

/** Returns the weights that `training` made. */
export function readPrior(): TransformerWeights {
  return readTransformerWeights(new Uint8Array(readFileSync(FILE)));
}
