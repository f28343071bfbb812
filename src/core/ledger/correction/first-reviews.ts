// The first reviews of launches: how many came in the first weeks, and how many of them are negative.

import { isLeftOut, type Voice } from '#core/evaluation/reviews/voice.ts';
import { joinReviews } from '#core/import/reviews/join-reviews.ts';
import { WEEKS } from '#core/launch/weekly-headers.ts';
import type { AdoptedPlan } from '../entries/adopted-plan.ts';
import { launchedOn, SAME_LAUNCH_DAYS } from '../entries/results-as-launches.ts';

/** A review that counts. */
export interface DatedReview {
  /** Days since the launch, from 0. */
  readonly day: number;
  /** Under four stars; without stars, by its words. */
  readonly isNegative: boolean;
}

/** Reviews of each launch, by row of the table; the first reviews first. */
export type ReviewsByLaunch = readonly (readonly DatedReview[])[];

export interface FirstReviews {
  readonly count: number;
  readonly negative: number;
}

/** More reviews say little more of a launch. */
export const MOST_FIRST = 20;
const WEEK_DAYS = 7;
const CONTENT_STARS = 4;

/** Returns the reviews of past launches. */
export function reviewsByLaunch(voice: Voice): ReviewsByLaunch {
  return datedReviews(voice, voice.reading.launch, voice.table.launchDay);
}

/**
 * Returns the reviews of an adopted plan's launch from its first twelve weeks. The table may not have the launch yet, so
 * that they are joined anew.
 */
export function reviewsOfEntry(voice: Voice, entry: AdoptedPlan): readonly DatedReview[] {
  const { productId, title, launchDay } = voice.table;
  const { id, title: ownTitle } = entry.product;
  const day = launchedOn(entry);
  const dated = [...voice.reviews.keys()].filter((i) => {
    const since = voice.reviews[i]!.day - day;
    return since >= 0 && since < WEEK_DAYS * WEEKS;
  });
  const asked = dated.map((i) => voice.reviews[i]!);
  const { rows } = joinReviews(asked, {
    productId: [...productId, id],
    title: [...title, ownTitle],
    launchDay: Float64Array.from([...launchDay, day]),
  });
  const own = productId.length;
  const isOwn = (row: number): boolean =>
    row === own ||
    (row >= 0 && productId[row] === id && Math.abs(launchDay[row]! - day) <= SAME_LAUNCH_DAYS);
  const ofEntry = new Int32Array(voice.reviews.length).fill(-1);
  dated.forEach((i, k) => {
    if (isOwn(rows[k]!)) ofEntry[i] = 0;
  });
  return datedReviews(voice, ofEntry, [day])[0]!;
}

/** Counts the first reviews, at most 20, of those that came within these weeks. */
export function firstReviews(reviews: readonly DatedReview[], weeks: number): FirstReviews {
  const first = reviews.filter(({ day }) => day < WEEK_DAYS * weeks).slice(0, MOST_FIRST);
  return { count: first.length, negative: first.filter(({ isNegative }) => isNegative).length };
}

/** Returns reviews that the seller counted, of more than 20 as many as 20 with the same share. */
export function enteredReviews({ count, negative }: FirstReviews): FirstReviews {
  const first = Math.min(MOST_FIRST, count);
  return { count: first, negative: first < count ? (negative / count) * first : negative };
}

/** @param rows place of the launch that each review is about among `launchDay`; −1 for none */
function datedReviews(
  { reviews, reading }: Voice,
  rows: Int32Array,
  launchDay: ArrayLike<number>,
): DatedReview[][] {
  const found = Array.from(launchDay, (): DatedReview[] => []);
  for (const [i, { kind, day, stars }] of reviews.entries()) {
    const row = rows[i]!;
    if (kind !== 'review' || row < 0 || isLeftOut(reading.marks[i]!)) continue;
    const since = day - launchDay[row]!;
    const negative = Number.isNaN(stars) ? reading.negative[i]! : Number(stars < CONTENT_STARS);
    if (since >= 0 && !Number.isNaN(negative))
      found[row]!.push({ day: since, isNegative: negative > 0.5 });
  }
  for (const own of found) own.sort((a, b) => a.day - b.day);
  return found;
}
