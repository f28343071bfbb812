import type { Support } from './launch-plan.ts';

const WELL_SUPPORTED = 10;

/** Whether the seller has done the same with such products often enough to lean on it. */
export function isWellSupported({ alike }: Pick<Support, 'alike'>): boolean {
  return alike >= WELL_SUPPORTED;
}
