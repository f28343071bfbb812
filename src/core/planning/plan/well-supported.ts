import type { Support } from './launch-plan.ts';

const WELL_SUPPORTED = 10;
const HARDLY_TRIED = 5;

/** Returns whether the seller has done the same with such products often enough to rely on it. */
export function isWellSupported({ alike }: Pick<Support, 'alike'>): boolean {
  return alike >= WELL_SUPPORTED;
}

/** Returns whether the seller has hardly ever done it, with products of any kind. */
export function isHardlyTried({ anywhere }: Pick<Support, 'anywhere'>): boolean {
  return anywhere < HARDLY_TRIED;
}
