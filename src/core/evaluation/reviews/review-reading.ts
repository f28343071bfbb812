// What was found in the reviews of a data set: for each review, its launch and how negative it is; for each sentence
// that names an aspect, how negative the sentence is. Reviews are numbered through all lists, oldest list first.

import type { ReviewList } from '#core/import/reviews/review.ts';

export interface ReviewReading {
  /** Content key of what was read: the lists, and the products and days of the launches. */
  readonly key: number;
  /** Row of the launch that a review is about; −1 where none was found. */
  readonly launch: Int32Array;
  /** Probability that a review is negative, 0–1; NaN without text and rating. */
  readonly negative: Float32Array;
  /** Flags of `REVIEW_MARKS`. */
  readonly marks: Uint8Array;
  readonly mentions: Mentions;
  /** Names of aspects, by their number in `mentions`. */
  readonly aspects: readonly string[];
  /** Rated texts that the tone was learnt from; 0: from a list of words alone. */
  readonly ratedTexts: number;
  /** Names that files gave to products that are no launch, the most frequent first. */
  readonly unknownNames: readonly UnknownName[];
}

export interface UnknownName {
  readonly name: string;
  readonly count: number;
}

/** One entry for each sentence and aspect that it names, in the order of the reviews. */
export interface Mentions {
  readonly review: Uint32Array;
  readonly aspect: Uint8Array;
  /** Place of the sentence in the review's text, in UTF-16 units. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Probability that the sentence is negative, 0–1. */
  readonly negative: Float32Array;
  /** Index in `DIRECTIONS`. */
  readonly direction: Uint8Array;
}

/** What a complaint says beyond its aspect. */
export const DIRECTIONS = ['none', 'smaller', 'larger', 'differs'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Returns the reviews of all lists, in the order in which a reading numbers them. */
export function allReviews(lists: readonly ReviewList[]): ReviewList['reviews'] {
  return lists.flatMap(({ reviews }) => reviews);
}
