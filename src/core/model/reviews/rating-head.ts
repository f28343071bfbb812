// What has been learnt of the words of reviews, as it is stored: plain data.

import type { Vocabulary } from './term-rows.ts';

/** P(stars ≤ k) = σ(level − slope · score). */
export interface StarThreshold {
  readonly level: number;
  /** 0 or more. */
  readonly slope: number;
}

/** A linear score of a text, higher where buyers are content, and what it tells of stars. */
export interface RatingHead {
  readonly vocabulary: Vocabulary;
  /** Weight of each term, [terms]. */
  readonly weights: Float32Array;
  /** Weights of the lexicon's means, [LEXICON_MEANS]. */
  readonly lexiconWeights: readonly number[];
  /** Of 1, 2, 3 and 4 stars. */
  readonly thresholds: readonly StarThreshold[];
  /** Reviews with stars and a text that it learnt from; 0: the lexicon alone. */
  readonly learntFrom: number;
}

/** A review is negative where it has three stars or fewer. */
export const MOST_NEGATIVE_STARS = 3;

/**
 * What holds before any review was seen: how many stars the lexicon's means tell. Fitted once to the clothing reviews of
 * `npm run bench:reviews` and rounded; own stars replace it.
 */
export const LEXICON_PRIOR = {
  weights: [3, 0, 0],
  levels: [-4, -2.5, -1.1, 0.6],
} as const;

/** Returns the head that knows the lexicon alone. */
export function lexiconHead(): RatingHead {
  return {
    vocabulary: { terms: [], idf: new Float32Array(0) },
    weights: new Float32Array(0),
    lexiconWeights: [...LEXICON_PRIOR.weights],
    thresholds: LEXICON_PRIOR.levels.map((level) => ({ level, slope: 1 })),
    learntFrom: 0,
  };
}
