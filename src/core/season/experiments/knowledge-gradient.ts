// Calculates what it is worth to know an arm better before choosing among arms: the knowledge gradient for independent
// normal beliefs. Source: Frazier, Powell, Dayanik: A knowledge-gradient policy for sequential information collection,
// SIAM J. Control Optim. 2008.

import { normalDensity, normalShare } from '#core/base/statistics/normal-distribution.ts';

/**
 * Returns how much more the better of two choices is expected to bring after one more launch, because the choice can
 * change; 0 where `move` is not positive.
 * @param apart expected difference between the arm and the best other one
 * @param move standard deviation of the change that one more launch makes to the arm's estimate, in the same money
 */
export function knowledgeGradient(apart: number, move: number): number {
  if (!(move > 0)) return 0;
  const z = Math.max(FARTHEST, -Math.abs(apart) / move);
  return move * Math.max(0, normalDensity(z) + z * normalShare(z));
}

/** In standard deviations: beyond this distance, the gain is 0. */
const FARTHEST = -38;
