import { wilsonInterval } from './wilson.ts';

/** A share of `count` cases; `count` need not be whole where cases are weighted. */
export interface CountedShare {
  readonly share: number;
  readonly count: number;
}

/**
 * Returns the range of the difference `after − before` of two independent shares: Newcombe's hybrid score interval
 * (1998, method 10), made of Wilson's two. `deviations` is the half-width in standard deviations.
 */
export function shareDifference(
  before: CountedShare,
  after: CountedShare,
  deviations: number,
): readonly [low: number, high: number] {
  const [lowBefore, highBefore] = wilsonInterval(before.share, before.count, deviations);
  const [lowAfter, highAfter] = wilsonInterval(after.share, after.count, deviations);
  const difference = after.share - before.share;
  return [
    difference - Math.hypot(after.share - lowAfter, highBefore - before.share),
    difference + Math.hypot(highAfter - after.share, before.share - lowBefore),
  ];
}
