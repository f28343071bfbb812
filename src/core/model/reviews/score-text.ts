// What a head says of a text, and which of its sentences decided.

import { lexiconHits, lexiconMean } from './lexicon-hits.ts';
import { MOST_NEGATIVE_STARS, type RatingHead } from './rating-head.ts';
import { clausesOf, type Clause } from './review-clauses.ts';
import { eachTermAfter, newOpening } from './review-terms.ts';
import { sigmoid } from '#core/base/statistics/statistics.ts';
import { lengthOf } from './term-rows.ts';

export interface TextScore {
  /** Probability that the review has three stars or fewer. */
  readonly negative: number;
  /** Expected stars, 1–5. */
  readonly stars: number;
}

/** Returns what a text says; what is usual where it has no word that the head knows. */
export function scoreText(head: RatingHead, text: string): TextScore {
  const [score = 0] = partsOfScore(head, [text]);
  const below = head.thresholds.map(({ level, slope }) => sigmoid(level - slope * score));
  return {
    negative: below[MOST_NEGATIVE_STARS - 1]!,
    stars: 5 - below.reduce((sum, each) => sum + each, 0),
  };
}

/**
 * Returns how much each sentence of a text speaks for a negative review, [sentences], in log-odds: together with the
 * level of the head's threshold they add up to the log-odds of the whole text, sentences joined by line breaks.
 */
export function sentenceScores(head: RatingHead, sentences: readonly string[]): number[] {
  const { slope } = head.thresholds[MOST_NEGATIVE_STARS - 1]!;
  return partsOfScore(head, sentences).map((part) => -slope * part);
}

/** Parts of one text's score. A term of several sentences is shared between them. */
function partsOfScore(head: RatingHead, sentences: readonly string[]): number[] {
  const clauses = sentences.map(clausesOf);
  const lexicon = lexiconParts(head.lexiconWeights, clauses);
  return termParts(head, clauses).map((part, i) => part + lexicon[i]!);
}

function termParts(head: RatingHead, sentences: readonly (readonly Clause[])[]): number[] {
  const { idf } = head.vocabulary;
  const places = placesOf(head);
  const opening = newOpening();
  const counts = new Map<number, number>();
  const found = sentences.map((clauses) => {
    const own = new Set<number>();
    eachTermAfter(opening, clauses, (term) => {
      const place = places.get(term);
      if (place !== undefined) own.add(place);
    });
    for (const place of own) counts.set(place, (counts.get(place) ?? 0) + 1);
    return own;
  });
  const length = lengthOf(counts.keys(), idf);
  return found.map((own) => {
    let part = 0;
    for (const place of own)
      part += (head.weights[place]! * idf[place]!) / (length * counts.get(place)!);
    return part;
  });
}

/** The first clause of all counts for its sentence, and so does the last one. */
function lexiconParts(
  [whole = 0, first = 0, last = 0]: readonly number[],
  sentences: readonly (readonly Clause[])[],
): number[] {
  const hits = sentences.map(lexiconHits);
  const count = hits.reduce((sum, each) => sum + each.count, 0);
  const parts = hits.map(({ sum }) => (whole * sum) / (count + 1));
  const spoken = [...sentences.keys()].filter((i) => sentences[i]!.length > 0);
  const [from, to] = [spoken[0], spoken.at(-1)];
  if (from === undefined || to === undefined) return parts;
  parts[from]! += first * lexiconMean(sentences[from]!.slice(0, 1));
  parts[to]! += last * lexiconMean(sentences[to]!.slice(-1));
  return parts;
}

/** Places of terms in the vocabulary; made once for each head, because most heads score many texts. */
const knownPlaces = new WeakMap<RatingHead, ReadonlyMap<string, number>>();

function placesOf(head: RatingHead): ReadonlyMap<string, number> {
  const known = knownPlaces.get(head);
  if (known) return known;
  const places = new Map(head.vocabulary.terms.map((term, place) => [term, place]));
  knownPlaces.set(head, places);
  return places;
}
