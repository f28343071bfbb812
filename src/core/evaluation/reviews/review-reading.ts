// What was found in the reviews of a data set: for each review, its launch and how negative it is; for each sentence
// that names an aspect, how negative the sentence is. Reviews are numbered through all lists, oldest list first.

import { contentKey } from '#core/base/bytes/fingerprint.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { AspectDirection, AspectWords } from '#core/model/aspects/aspect.ts';
import type { OwnTopic } from '#core/model/aspects/own-topics.ts';
import type { UnknownName } from '#core/import/reviews/join-reviews.ts';
import type { ReviewList } from '#core/import/reviews/review.ts';
import type { AspectEdits } from './aspect-edits.ts';

export interface ReviewReading {
  /** Content key of what was read: the lists, and the products and days of the launches. */
  readonly key: number;
  /** Row of the launch that a review is about; −1 where none was found. */
  readonly launch: Int32Array;
  /** Probability that a review is negative, 0–1; NaN without text and rating. */
  readonly negative: Float32Array;
  /** Bits of `REVIEW_MARKS`. */
  readonly marks: Uint8Array;
  readonly mentions: Mentions;
  /** Names of aspects, by their number in `mentions`. */
  readonly aspects: readonly string[];
  /** The words by which each of them was found, and those that the shop's own texts added. */
  readonly words: readonly AspectWords[];
  /** What the texts often judge and no aspect has. */
  readonly topics: readonly OwnTopic[];
  /** The edits by the seller that it was read with. Others make it out of date, though not wrong about its texts. */
  readonly edits: AspectEdits;
  /** Rated texts that the tone was learnt from; 0: from a list of words alone. */
  readonly ratedTexts: number;
  /** Names that files gave to products that are no launch, the most frequent first. */
  readonly unknownNames: readonly UnknownName[];
}

/** One entry for each sentence and aspect that it names, in the order of the reviews. */
export interface Mentions {
  readonly review: Uint32Array;
  readonly aspect: Uint8Array;
  /** Place of the sentence in `splitSentences` of the review's text; −1: the reason of a return says it. */
  readonly sentence: Int32Array;
  /** Probability that the sentence is negative, 0–1. */
  readonly negative: Float32Array;
  /** Index in `DIRECTIONS`. */
  readonly direction: Uint8Array;
}

/** What a sentence says beyond its aspect. */
export const DIRECTIONS: readonly Direction[] = [
  ...(['none', 'smaller', 'larger', 'as-expected', 'differs', 'late'] as const),
];
export type Direction = 'none' | AspectDirection;

/** Returns the content key of lists and of what is needed of their launches: a reading with another key is out of date. */
export function reviewsKey(
  lists: readonly ReviewList[],
  { productId, title, launchDay }: Pick<LaunchTable, 'productId' | 'title' | 'launchDay'>,
): number {
  const reviews = lists.map((list) => list.reviews);
  return contentKey([READING_VERSION, reviews, productId, title, launchDay]);
}

/** Rises where the same reviews are read in another way. */
const READING_VERSION = 3;

/** Returns the reviews of all lists, in the order in which a reading numbers them. */
export function allReviews(lists: readonly ReviewList[]): ReviewList['reviews'] {
  return lists.flatMap(({ reviews }) => reviews);
}
