// Cuts dropout masks at random places from one pool of random numbers, made once. A step then needs one slice instead
// of a random number for each element.

import {
  keep,
  reshape,
  slice,
  tensor1d,
  util,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import type { NetShape } from '#core/model/net/net.ts';
import type { Random } from '#core/base/random.ts';
import type { Masks } from './network.ts';

/** Pool size, in largest masks: enough that two cuts rarely share most of their elements. */
const CUTS = 8;

export class DropoutMasks {
  readonly #shapes: Record<'hidden1' | 'hidden2', number[]> & { skip: number[] | undefined };
  readonly #random: Random;
  readonly #pool: Tensor1D;

  constructor(shape: NetShape, batch: number, options: { dropout: number; random: Random }) {
    const hidden = [shape.members, batch, shape.width];
    const skip = shape.hasSkip ? [shape.members, batch, shape.inputs] : undefined;
    this.#shapes = { hidden1: hidden, hidden2: hidden, skip };
    this.#random = options.random;
    const largest = Math.max(util.sizeFromShape(hidden), util.sizeFromShape(skip ?? []));
    const values = new Float32Array(CUTS * largest);
    const kept = 1 - options.dropout;
    for (let i = 0; i < values.length; i++) values[i] = options.random() < kept ? 1 / kept : 0;
    this.#pool = keep(tensor1d(values));
  }

  next(): Masks {
    const { hidden1, hidden2, skip } = this.#shapes;
    return {
      hidden1: this.#cut(hidden1),
      hidden2: this.#cut(hidden2),
      skip: skip && this.#cut(skip),
    };
  }

  dispose(): void {
    this.#pool.dispose();
  }

  #cut(shape: number[]): Tensor {
    const size = util.sizeFromShape(shape);
    const start = Math.floor(this.#random() * (this.#pool.size - size));
    return reshape(slice(this.#pool, [start], [size]), shape);
  }
}
