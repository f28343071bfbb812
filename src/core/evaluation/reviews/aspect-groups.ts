// One aspect in parts of the reviews: by category, brand, price or month, and before and after a day.

import type { Day } from '#core/base/dates.ts';
import { shareDifference } from '#core/base/statistics/share-difference.ts';
import { EIGHT_IN_TEN } from '#core/base/statistics/wilson.ts';
import { aspectShares, type AspectShare, type AspectShares } from './aspect-shares.ts';
import type { ReviewReading } from './review-reading.ts';

export interface AspectGroup {
  readonly name: string;
  readonly shares: AspectShares;
}

/**
 * Returns what the reviews of each group say, largest group first. A review without a group is in none; groups with fewer
 * than `least` reviews are left out.
 * @param groupOf name of a review's group; '' for none
 */
export function aspectGroups(
  reading: ReviewReading,
  {
    reviews,
    weights,
    least = 1,
  }: {
    readonly reviews: Uint32Array;
    readonly weights?: Float64Array;
    readonly least?: number;
  },
  groupOf: (review: number) => string,
): AspectGroup[] {
  const groups = new Map<string, number[]>();
  for (const review of reviews) {
    const name = groupOf(review);
    if (name === '') continue;
    const members = groups.get(name);
    if (members) members.push(review);
    else groups.set(name, [review]);
  }
  return [...groups]
    .filter(([, members]) => members.length >= least)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name, members]) => ({
      name,
      shares: aspectShares(reading, Uint32Array.from(members), weights),
    }));
}

/** Returns what a group says of an aspect; undefined where it does not name it. */
export function ofAspect({ aspects }: AspectShares, aspect: number): AspectShare | undefined {
  return aspects.find((each) => each.aspect === aspect);
}

export interface BeforeAfter {
  readonly before: AspectShares;
  readonly after: AspectShares;
  /** Change of the share that complains, after less before, and the ends of its 80% interval (Newcombe). */
  readonly change: number;
  readonly low: number;
  readonly high: number;
}

/** Compares the complaints about an aspect before a day and from it on. Reviews without a day are left out. */
export function beforeAfter(
  reading: ReviewReading,
  asked: {
    readonly reviews: Uint32Array;
    readonly days: (review: number) => Day;
    readonly aspect: number;
    readonly since: Day;
  },
): BeforeAfter {
  const { reviews, days, aspect, since } = asked;
  const before = aspectShares(
    reading,
    reviews.filter((review) => days(review) < since),
  );
  const after = aspectShares(
    reading,
    reviews.filter((review) => days(review) >= since),
  );
  const counted = (shares: AspectShares) => ({
    share: ofAspect(shares, aspect)?.complaints.expected ?? 0,
    count: shares.effectiveTexts,
  });
  const [low, high] = shareDifference(counted(before), counted(after), EIGHT_IN_TEN);
  return { before, after, change: counted(after).share - counted(before).share, low, high };
}
