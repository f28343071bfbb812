// Launches of one shop that are alike take buyers from each other. How much is told from the history where it can be: see
// estimate-competition.ts.

import { CROWDING_DAYS } from '../launch/crowding.ts';

/** Of log units, lost to a launch that is alike in everything and in the same week; it fades to nothing over CROWDING_DAYS. */
export interface Competition {
  /** What the later of the two loses, and the earlier. */
  readonly later: number;
  readonly earlier: number;
  /** Between which their sum lies in 8 in 10 cases. */
  readonly low80: number;
  readonly high80: number;
  /** Pairs of past launches that are alike and near in time. */
  readonly pairCount: number;
  /** Whether the history says more than what is usually assumed. */
  readonly isLearnt: boolean;
}

/** 1 on the same day, 0 from CROWDING_DAYS on. */
export function closeness(daysApart: number): number {
  return Math.max(0, 1 - Math.abs(daysApart) / CROWDING_DAYS);
}

/**
 * Shares of its units that each of two launches loses to the other, 0–1.
 * @param daysLater how much later the second is; negative where it is the earlier one
 */
export function lostShares(
  { later, earlier }: Pick<Competition, 'later' | 'earlier'>,
  likeness: number,
  daysLater: number,
): { readonly first: number; readonly second: number } {
  const near = likeness * closeness(daysLater);
  const both = (later + earlier) / 2;
  const [first, second] =
    daysLater > 0 ? [earlier, later] : daysLater < 0 ? [later, earlier] : [both, both];
  return { first: 1 - Math.exp(-near * first), second: 1 - Math.exp(-near * second) };
}
