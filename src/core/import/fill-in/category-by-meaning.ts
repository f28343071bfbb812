// Suggests a category for an empty cell from the launches whose names are nearest in meaning. The share of them that
// must agree is tuned on launches with a known category. In some shops, names reveal the category; in others, they do
// not.

import { TopMatches } from '#core/base/statistics/top-matches.ts';
import { isRead, cosineSimilarity } from '#core/base/text/text-embeddings.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { sum } from '#core/base/statistics/statistics.ts';

/**
 * Number of neighbours. On the demo shop, ten were right more often than five and gave more suggestions than twenty.
 */
const NEAREST = 10;
/** Exponent of the weights: a similarity of 0.8 weighs twice as much as one of 0.73. */
const SHARPNESS = 8;
/**
 * Most launches that each name is compared with, evenly spaced. With more, 5,000 names take many seconds, with
 * little gain.
 */
const MOST_TEACHING = 1000;
const TESTED = 300;
/**
 * Least share of right suggestions. It is slightly above the required 90%, because the best of several shares is
 * chosen.
 */
const RIGHT_SHARE = 0.92;
/** Least number of suggestions that shows how often they are right. */
const LEAST_SHOWN = 20;
/** Candidate shares of the vote, lowest first. */
const SHARES = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1] as const;
const ROUNDING = 1e-9;

/** Returns whether some launches lack a category that others have. */
export function isPartlyKnown(category: readonly string[]): boolean {
  return category.includes('') && category.some((name) => name !== '');
}

/**
 * Returns a function that suggests a category for a row. It returns '' if none is clear. It returns null if the launch
 * has no embedding, or too few others have one.
 */
export function categoryByMeaning({
  title,
  category,
  embeddings,
}: Pick<LaunchTable, 'title' | 'category' | 'embeddings'>): (row: number) => string | null {
  const meaningOf = (row: number): Float32Array | null => {
    const embedding = embeddings?.get(title[row]!);
    return isRead(embedding) ? embedding : null;
  };
  const taught = everySoMany(
    [...category.keys()].filter((row) => category[row] !== '' && meaningOf(row) !== null),
    MOST_TEACHING,
  ).map((row): Taught => ({ row, level: category[row]!, meaning: meaningOf(row)! }));
  if (taught.length <= LEAST_SHOWN) return () => null;
  const least = leastShare(taught);
  return (row) => {
    const meaning = meaningOf(row);
    if (!meaning) return null;
    const { level, share } = vote(meaning, row, taught);
    return share >= least - ROUNDING ? level : '';
  };
}

interface Taught {
  readonly row: number;
  readonly level: string;
  readonly meaning: Float32Array;
}

interface Vote {
  readonly level: string;
  /** Share of all votes, 0–1. */
  readonly share: number;
}

/** Returns the lowest share at which enough suggestions for known launches are right, or Infinity if there is none. */
function leastShare(taught: readonly Taught[]): number {
  const tested = everySoMany(taught, TESTED).map((each) => {
    const { level, share } = vote(each.meaning, each.row, taught);
    return { share, isRight: level === each.level };
  });
  const isEnough = (least: number): boolean => {
    const shown = tested.filter(({ share }) => share >= least - ROUNDING);
    const right = shown.filter(({ isRight }) => isRight);
    return shown.length >= LEAST_SHOWN && right.length >= RIGHT_SHARE * shown.length;
  };
  return SHARES.find(isEnough) ?? Infinity;
}

/** Takes the weighted vote of the nearest launches, without the launch itself. */
function vote(meaning: Float32Array, row: number, taught: readonly Taught[]): Vote {
  const nearest = new TopMatches(NEAREST);
  taught.forEach((each, i) => {
    if (each.row !== row)
      nearest.offer(i, Math.max(0, cosineSimilarity(meaning, each.meaning)) ** SHARPNESS);
  });
  const { launches, similarity: weights } = nearest.launches();
  const votes = new Map<string, number>();
  launches.forEach((i, place) => {
    const { level } = taught[i]!;
    votes.set(level, (votes.get(level) ?? 0) + weights[place]!);
  });
  const all = sum(weights);
  let best: Vote = { level: '', share: 0 };
  for (const [level, weight] of votes)
    if (weight > best.share * all) best = { level, share: weight / all };
  return best;
}

function everySoMany<T>(all: readonly T[], most: number): T[] {
  const step = Math.ceil(all.length / most);
  return all.filter((_, i) => i % step === 0);
}
