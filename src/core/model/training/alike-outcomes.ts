// Tells where hardly any launch sold more or less than the others, so that there is nothing to learn.

/** Share of launches with the commonest number of units, from which on too few differ. */
const NEARLY_ALL = 0.9;
/** With as many launches that differ, they are a history of their own. */
const ENOUGH_DIFFERENT = 30;

export interface AlikeOutcomes {
  readonly launchCount: number;
  /** Launches that sold the commonest number of units. */
  readonly alikeCount: number;
  readonly units: number;
}

/** Returns how many launches sold the same; null where enough differ. */
export function alikeOutcomes(units: readonly number[]): AlikeOutcomes | null {
  const counts = new Map<number, number>();
  for (const each of units) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (most === undefined) return null;
  const [commonest, alikeCount] = most;
  const launchCount = units.length;
  const differs = launchCount - alikeCount;
  if (differs >= ENOUGH_DIFFERENT || alikeCount < NEARLY_ALL * launchCount) return null;
  return { launchCount, alikeCount, units: commonest };
}
