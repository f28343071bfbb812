import type { Aspect, AspectWords } from '#core/model/aspects/aspect.ts';
import { ASPECTS } from '#core/model/aspects/aspect.ts';
import { aspectMatcher, aspectsOf } from '#core/model/aspects/match-aspects.ts';
import type { LabelledSentence } from './labelled-sentences.ts';

export interface AspectScore {
  /** Labelled and found; found only; labelled only. */
  readonly hits: number;
  readonly extra: number;
  readonly missed: number;
}

/** Counts by aspect what is found in labelled sentences. */
export function aspectScores(
  sentences: readonly LabelledSentence[],
  words: readonly AspectWords[],
): ReadonlyMap<Aspect, AspectScore> {
  const matcher = aspectMatcher(words);
  const found = sentences.map(
    ({ sentence }) => new Set<string>(aspectsOf(sentence, matcher).map(({ aspect }) => aspect)),
  );
  return new Map(
    ASPECTS.map((aspect) => {
      const count = (isFound: boolean, isLabelled: boolean) =>
        sentences.filter(
          ({ aspects }, i) =>
            found[i]!.has(aspect) === isFound && aspects.includes(aspect) === isLabelled,
        ).length;
      return [
        aspect,
        { hits: count(true, true), extra: count(true, false), missed: count(false, true) },
      ];
    }),
  );
}

/** Adds up the counts of all aspects (micro average). */
export function totalScore(scores: Iterable<AspectScore>): AspectScore {
  const total = { hits: 0, extra: 0, missed: 0 };
  for (const { hits, extra, missed } of scores) {
    total.hits += hits;
    total.extra += extra;
    total.missed += missed;
  }
  return total;
}

export function precisionOf({ hits, extra }: AspectScore): number {
  return hits / (hits + extra);
}

export function recallOf({ hits, missed }: AspectScore): number {
  return hits / (hits + missed);
}

/** Returns the harmonic mean of precision and recall. */
export function f1Of({ hits, extra, missed }: AspectScore): number {
  return (2 * hits) / (2 * hits + extra + missed);
}
