// Estimates how uncertain the cost of trial launches is, given what is known about the channels left and taken.

import type { Leaning } from '../offers/experiment.ts';

/** Returns the standard deviation of the sum. Launches on one arm share their error; different arms are independent. */
export function costDoubt(leanings: readonly Leaning[]): number {
  const byArm = new Map<string, number>();
  for (const { arm, slope, doubt } of leanings)
    byArm.set(arm, (byArm.get(arm) ?? 0) + slope * doubt);
  return Math.hypot(...byArm.values());
}
