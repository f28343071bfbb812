// What a training or a planning made on its way, by a key of all that went into it: whatever ends a run, the next one makes nothing of it twice.

import { contentKey } from '#core/fingerprint.ts';

export interface Journal {
  /** Undefined where nothing was kept. */
  load(key: number): Promise<unknown>;
  save(key: number, value: unknown): Promise<void>;
}

/** Where nothing could be gone on with. */
export const FORGETFUL: Journal = {
  load: () => Promise.resolve(undefined),
  save: () => Promise.resolve(),
};

/** What was made of the same inputs before, or is made now. Inputs and what is made are plain values. */
export async function once<T>(
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
