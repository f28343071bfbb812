// Past launches as they are stored with a model: their numbers at half precision, as they were fitted.

import { fromHalfFloats, toHalfFloats } from '#core/base/bytes/half-floats.ts';
import type { Analogues, KnownOutcome } from './analogues.ts';

export interface PackedAnalogues extends Omit<Analogues, 'price' | 'actions' | 'outcomes'> {
  /** Half floats, as are the others. */
  readonly price: Uint16Array;
  readonly actions: Uint16Array;
  readonly outcomes: readonly PackedOutcome[];
}

interface PackedOutcome extends Omit<KnownOutcome, 'beyond' | 'weight'> {
  readonly beyond: Uint16Array;
  readonly weight: Uint16Array;
}

export function packAnalogues(analogues: Analogues): PackedAnalogues {
  return {
    ...analogues,
    price: toHalfFloats(analogues.price),
    actions: toHalfFloats(analogues.actions),
    outcomes: analogues.outcomes.map(({ mean, beyond, weight }) => ({
      mean,
      beyond: toHalfFloats(beyond),
      weight: toHalfFloats(weight),
    })),
  };
}

export function unpackAnalogues(packed: PackedAnalogues): Analogues {
  return {
    ...packed,
    price: fromHalfFloats(packed.price),
    actions: fromHalfFloats(packed.actions),
    outcomes: packed.outcomes.map(({ mean, beyond, weight }) => ({
      mean,
      beyond: fromHalfFloats(beyond),
      weight: fromHalfFloats(weight),
    })),
  };
}
