// Learns from a seller's own stars how a text tells them.

import { shuffle, type Random } from '#core/base/random.ts';
import { minimise } from '#core/base/statistics/lbfgs.ts';
import { calibratedThreshold } from './calibrate-threshold.ts';
import { lexiconMean } from './lexicon-hits.ts';
import { lexiconHead, LEXICON_PRIOR, type RatingHead } from './rating-head.ts';
import { clausesOf } from './review-clauses.ts';
import { starLoss, THRESHOLDS, type StarPrior, type StarRows } from './star-loss.ts';
import { termRows } from './term-rows.ts';

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
const FOLDS = 5;
/** Folds are fitted until so many reviews have been judged by a fit that has not seen them. */
const ENOUGH_UNSEEN = 1000;
const DESCENT = { iterations: 100, tolerance: 1e-3 };

/** Chosen on 300 and 3,000 reviews of each table of `npm run bench:reviews`. */
const PRIOR: StarPrior = {
  termPrecision: 0.05,
  denseMeans: [LEXICON_PRIOR.weight],
  densePrecisions: [3],
  thresholdMeans: LEXICON_PRIOR.levels,
  thresholdPrecision: 0.05,
};

/** Returns what the texts and stars teach; the lexicon alone where there are fewer than ten. */
export function fitRatingHead({ texts, stars, random }: RatedTexts): RatingHead {
  const clauses = texts.map(clausesOf);
  const usable = [...texts.keys()].filter((i) => isRated(stars[i]!) && clauses[i]!.length > 0);
  if (usable.length < LEAST_REVIEWS) return lexiconHead();
  const kept = usable.map((i) => clauses[i]!);
  const { vocabulary, rows } = termRows(kept);
  const all: StarRows = {
    terms: rows,
    termCount: vocabulary.terms.length,
    dense: Float64Array.from(kept, lexiconMean),
    denseCount: 1,
    stars: usable.map((i) => Math.round(stars[i]!)),
    used: kept.map((_, row) => row),
  };
  const solution = fitted(all);
  const { scores, seen } = unseenScores(all, random);
  return {
    vocabulary,
    weights: Float32Array.from(solution.subarray(0, all.termCount)),
    lexiconWeight: solution[all.termCount]!,
    thresholds: LEXICON_PRIOR.levels.map((level, k) =>
      calibratedThreshold(
        seen.map((row) => scores[row]!),
        seen.map((row) => all.stars[row]! <= k + 1),
        level,
      ),
    ),
    learntFrom: kept.length,
  };
}

function isRated(stars: number): boolean {
  return stars >= 1 && stars <= 5;
}

/** Returns [term weights, lexicon weight, thresholds]. */
function fitted(rows: StarRows): Float64Array {
  const start = new Float64Array(rows.termCount + 1 + THRESHOLDS);
  start.set([LEXICON_PRIOR.weight, ...LEXICON_PRIOR.levels], rows.termCount);
  return minimise(starLoss(rows, PRIOR), start, DESCENT);
}

/** Returns scores of reviews by fits that have not seen them, and which reviews have one. */
function unseenScores(all: StarRows, random: Random): { scores: Float64Array; seen: number[] } {
  const order = Uint32Array.from(all.used);
  shuffle(order, random);
  const scores = new Float64Array(order.length);
  const seen: number[] = [];
  for (let fold = 0; fold < FOLDS && seen.length < ENOUGH_UNSEEN; fold++) {
    const solution = fitted({
      ...all,
      used: [...order.filter((_, place) => place % FOLDS !== fold)],
    });
    for (let place = fold; place < order.length; place += FOLDS) {
      scores[order[place]!] = scoreOf(all, solution, order[place]!);
      seen.push(order[place]!);
    }
  }
  return { scores, seen };
}

function scoreOf({ terms, termCount, dense }: StarRows, at: Float64Array, row: number): number {
  let score = at[termCount]! * dense[row]!;
  for (let e = terms.starts[row]!; e < terms.starts[row + 1]!; e++)
    score += at[terms.columns[e]!]! * terms.values[e]!;
  return score;
}
