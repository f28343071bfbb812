// Estimates how uncertain the cost of trial launches is, given what is known about the channels left and taken.

/** How much money depends on one arm per log unit, and the standard deviation of that arm's effect in log units. */
export interface Leaning {
  readonly arm: string;
  readonly slope: number;
  readonly doubt: number;
}

/** Returns the standard deviation of the sum. Launches on one arm share their error; different arms are independent. */
export function costDoubt(leanings: readonly Leaning[]): number {
  const byArm = new Map<string, number>();
  for (const { arm, slope, doubt } of leanings)
    byArm.set(arm, (byArm.get(arm) ?? 0) + slope * doubt);
  return Math.hypot(...byArm.values());
}
