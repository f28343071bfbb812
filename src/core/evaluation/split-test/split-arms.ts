import { hashedBuyer } from '#core/import/platform-files/orders/hashed-buyers.ts';
import type { SplitTest } from './split-test.ts';

/** Which arm a buyer is in. */
export const SENT = 1;
export const HELD_OUT = 0;
/** Not in the test. */
export const NO_ARM = -1;

export type Arm = typeof SENT | typeof HELD_OUT | typeof NO_ARM;

/**
 * Returns the arm of a buyer by a hash of the test's salt and the buyer's key. The same key is always in the same arm, in
 * another arm of another test, and nothing of it need be kept. Spaces around it and capitals do not matter. A key that
 * names nobody has NO_ARM.
 */
export function armOf({ salt, design }: Pick<SplitTest, 'salt' | 'design'>, key: string): Arm {
  return armOfHash(design, hashedBuyer(key, salt));
}

/** Returns the arm of a buyer from the hash that order lines have if they are read with the test's salt. */
export function armOfHash({ heldOutShare }: SplitTest['design'], hash: string): Arm {
  if (hash === '') return NO_ARM;
  return Number.parseInt(hash, 36) / HASHES < heldOutShare ? HELD_OUT : SENT;
}

/** Hashes have 53 bits. */
const HASHES = 2 ** 53;
