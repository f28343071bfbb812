// Keeps what a training, a planning or a reading of reviews made on its way, by a key of all its inputs. After an
// interruption, the next run repeats none of it.

import { contentKey } from '#core/base/bytes/fingerprint.ts';

export interface Journal {
  /** Returns undefined where nothing was kept. */
  load(key: number): Promise<unknown>;
  save(key: number, value: unknown): Promise<void>;
}

/** A journal that keeps nothing, for runs that cannot be resumed. */
export const NO_JOURNAL: Journal = {
  load: () => Promise.resolve(undefined),
  save: () => Promise.resolve(),
};

/** Returns what was made of the same inputs before, or makes it now. Inputs and results are plain values. */
export async function memoise<T>(
  journal: Journal,
  inputs: readonly unknown[],
  make: () => Promise<T>,
): Promise<T> {
  const key = contentKey(inputs);
  const known = await journal.load(key);
  if (known !== undefined) return known as T; // made by the same code of the same inputs
  const made = await make();
  await journal.save(key, made);
  return made;
}
