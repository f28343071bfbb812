// Learns from a seller's own stars how a text tells them.

import { shuffle, type Random } from '#core/base/random.ts';
import { minimise } from '#core/base/statistics/lbfgs.ts';
import { calibratedThreshold } from './calibrate-threshold.ts';
import { LEXICON_MEANS, lexiconMeans } from './lexicon-hits.ts';
import { lexiconHead, LEXICON_PRIOR, MOST_NEGATIVE_STARS, type RatingHead } from './rating-head.ts';
import { clausesOf, type Clause } from './review-clauses.ts';
import { starLoss, THRESHOLDS, type StarPrior, type StarRows } from './star-loss.ts';
import { termBalance } from './term-balance.ts';
import { termRows, type TermRows } from './term-rows.ts';

/** Reviews to learn from. Those without stars (NaN) or without words are left out. */
export interface RatedTexts {
  readonly texts: readonly string[];
  /** 1–5, [texts]. */
  readonly stars: ArrayLike<number>;
  /** Deals reviews to the folds of the calibration. */
  readonly random: Random;
}

/** Fewer tell less than the lexicon does. */
const LEAST_REVIEWS = 10;
/** More take time and memory and tell little more: a random draw of them is learnt from. */
const MOST_REVIEWS = 20_000;
const FOLDS = 5;
/** Folds are fitted until so many reviews have been judged by a fit that has not seen them. */
const ENOUGH_UNSEEN = 1000;
const DESCENT = { iterations: 100, tolerance: 3e-4 };

/** Chosen on 300 and 3,000 reviews of each table of `npm run bench:reviews`. */
const PRIOR: StarPrior = {
  termPrecision: 0.4,
  denseMeans: [...LEXICON_PRIOR.weights, 0],
  densePrecisions: [...LEXICON_PRIOR.weights.map(() => 3), 9],
  thresholdMeans: LEXICON_PRIOR.levels,
  thresholdPrecision: 0.05,
};

interface Rated {
  readonly terms: TermRows;
  readonly termCount: number;
  /** [reviews × LEXICON_MEANS] */
  readonly lexicon: readonly (readonly number[])[];
  /** 1–5, [reviews]. */
  readonly stars: readonly number[];
}

interface Fit {
  readonly weights: Float32Array;
  readonly lexiconWeights: readonly number[];
}

/** Returns what the texts and stars teach; the lexicon alone where there are fewer than ten. */
export function fitRatingHead({ texts, stars, random }: RatedTexts): RatingHead {
  const rows = drawn(
    [...texts.keys()].filter((i) => isRated(stars[i]!)),
    random,
  );
  const reviews = rows
    .map((i) => ({ clauses: clausesOf(texts[i]!), stars: Math.round(stars[i]!) }))
    .filter(({ clauses }) => clauses.length > 0);
  return reviews.length < LEAST_REVIEWS ? lexiconHead() : learntHead(reviews, random);
}

/** Returns all items, or so many of them as are learnt from, in their order. */
function drawn(items: readonly number[], random: Random): readonly number[] {
  if (items.length <= MOST_REVIEWS) return items;
  const order = Uint32Array.from(items);
  shuffle(order, random);
  return [...order.subarray(0, MOST_REVIEWS).sort()];
}

function learntHead(
  reviews: readonly { readonly clauses: readonly Clause[]; readonly stars: number }[],
  random: Random,
): RatingHead {
  const clauses = reviews.map((review) => review.clauses);
  const { vocabulary, rows } = termRows(clauses);
  const rated: Rated = {
    terms: rows,
    termCount: vocabulary.terms.length,
    lexicon: clauses.map(lexiconMeans),
    stars: reviews.map(({ stars }) => stars),
  };
  const { scores, seen } = unseenScores(rated, random);
  return {
    vocabulary,
    ...fitOf(rated, [...reviews.keys()]),
    thresholds: LEXICON_PRIOR.levels.map((level, k) =>
      calibratedThreshold(
        seen.map((row) => scores[row]!),
        seen.map((row) => rated.stars[row]! <= k + 1),
        level,
      ),
    ),
    learntFrom: reviews.length,
  };
}

function isRated(stars: number): boolean {
  return stars >= 1 && stars <= 5;
}

/** Fits the reviews of these rows. */
function fitOf({ terms, termCount, lexicon, stars }: Rated, used: readonly number[]): Fit {
  const isNegative = stars.map((each) => each <= MOST_NEGATIVE_STARS);
  const { ratios, scores } = termBalance(terms, termCount, isNegative, used);
  const rows: StarRows = {
    terms,
    termCount,
    dense: Float64Array.from(lexicon.flatMap((means, row) => [...means, scores[row]!])),
    denseCount: LEXICON_MEANS + 1,
    stars,
    used,
  };
  const start = new Float64Array(termCount + rows.denseCount + THRESHOLDS);
  start.set([...LEXICON_PRIOR.weights, 0, ...LEXICON_PRIOR.levels], termCount);
  const solution = minimise(starLoss(rows, PRIOR), start, DESCENT);
  const balanceWeight = solution[termCount + LEXICON_MEANS]!;
  return {
    weights: Float32Array.from(ratios, (ratio, j) => solution[j]! + balanceWeight * ratio),
    lexiconWeights: [...solution.subarray(termCount, termCount + LEXICON_MEANS)],
  };
}

/** Returns scores of reviews by fits that have not seen them, and which reviews have one. */
function unseenScores(
  rated: Rated,
  random: Random,
): { readonly scores: Float64Array; readonly seen: readonly number[] } {
  const order = Uint32Array.from(rated.stars.keys());
  shuffle(order, random);
  const scores = new Float64Array(order.length);
  const seen: number[] = [];
  for (let fold = 0; fold < FOLDS && seen.length < ENOUGH_UNSEEN; fold++) {
    const fit = fitOf(rated, [...order.filter((_, place) => place % FOLDS !== fold)]);
    for (let place = fold; place < order.length; place += FOLDS) {
      scores[order[place]!] = scoreOf(rated, fit, order[place]!);
      seen.push(order[place]!);
    }
  }
  return { scores, seen };
}

function scoreOf({ terms, lexicon }: Rated, { weights, lexiconWeights }: Fit, row: number): number {
  let score = lexiconWeights.reduce((sum, weight, k) => sum + weight * lexicon[row]![k]!, 0);
  for (let e = terms.starts[row]!; e < terms.starts[row + 1]!; e++)
    score += weights[terms.columns[e]!]! * terms.values[e]!;
  return score;
}
