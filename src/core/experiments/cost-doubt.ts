// How far what experiments cost may be off: what is believed of the channels that are left and of those that are taken.

/** By how much money a change hangs on one arm, and how far what is believed of that arm may be off: the deviation of log units. */
export interface Leaning {
  readonly arm: string;
  readonly slope: number;
  readonly doubt: number;
}

/** The deviation of the sum; launches of one arm are off together, arms apart from each other. */
export function costDoubt(leanings: readonly Leaning[]): number {
  const byArm = new Map<string, number>();
  for (const { arm, slope, doubt } of leanings)
    byArm.set(arm, (byArm.get(arm) ?? 0) + slope * doubt);
  return Math.hypot(...byArm.values());
}
