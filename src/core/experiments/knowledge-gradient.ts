// What it is worth to know an arm better before choosing among arms: the knowledge gradient for independent normal beliefs (Frazier,
// Powell, Dayanik: A knowledge-gradient policy for sequential information collection, SIAM J. Control Optim. 2008).

import { normalDensity, normalShare } from '../normal-distribution.ts';

/**
 * What the better of the two choices is then expected to bring more.
 * @param apart expected difference between the arm and the best other one
 * @param move deviation of what one more launch changes in what is believed of the arm; in the same money
 */
export function knowledgeGradient(apart: number, move: number): number {
  if (!(move > 0)) return 0;
  const z = Math.max(FARTHEST, -Math.abs(apart) / move);
  return move * Math.max(0, normalDensity(z) + z * normalShare(z));
}

/** In deviations: what is further away is worth nothing. */
const FARTHEST = -38;
