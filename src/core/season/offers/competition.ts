// Models cannibalisation: similar launches of one shop take buyers from each other. Its strength is estimated from the
// history where possible: see estimate-competition.ts.

import { CROWDING_DAYS } from '#core/launch/crowding.ts';

/** Loss in log units to an identical launch in the same week; it declines to 0 over CROWDING_DAYS. */
export interface Competition {
  /** Loss of the later launch; below, of the earlier one. */
  readonly later: number;
  readonly earlier: number;
  /** 80% interval of their sum. */
  readonly low80: number;
  readonly high80: number;
  /** Pairs of past launches that are similar and near in time. */
  readonly pairCount: number;
  /** Whether the history adds enough to the assumed strength. */
  readonly isLearnt: boolean;
}

/** Returns 1 on the same day, falling linearly to 0 from CROWDING_DAYS on. */
export function closeness(daysApart: number): number {
  return Math.max(0, 1 - Math.abs(daysApart) / CROWDING_DAYS);
}

/**
 * Returns the share of its units that each of two launches loses to the other, 0–1.
 * @param daysLater days from the first to the second; negative where the second is the earlier one
 */
export function lostShares(
  { later, earlier }: Pick<Competition, 'later' | 'earlier'>,
  similarity: number,
  daysLater: number,
): { readonly first: number; readonly second: number } {
  const near = similarity * closeness(daysLater);
  const both = (later + earlier) / 2;
  const [first, second] =
    daysLater > 0 ? [earlier, later] : daysLater < 0 ? [later, earlier] : [both, both];
  return { first: 1 - Math.exp(-near * first), second: 1 - Math.exp(-near * second) };
}
