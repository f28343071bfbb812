// What a head says of a text, and which of its sentences decided.

import { lexiconHits } from './lexicon-hits.ts';
import { MOST_NEGATIVE_STARS, type RatingHead } from './rating-head.ts';
import { clausesOf } from './review-clauses.ts';
import { eachTermAfter, newOpening } from './review-terms.ts';
import { sigmoid } from './star-loss.ts';
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
  const { idf } = head.vocabulary;
  const places = placesOf(head);
  const opening = newOpening();
  const counts = new Map<number, number>();
  const parts = sentences.map((sentence) => {
    const clauses = clausesOf(sentence);
    const found = new Set<number>();
    eachTermAfter(opening, clauses, (term) => {
      const place = places.get(term);
      if (place !== undefined) found.add(place);
    });
    for (const place of found) counts.set(place, (counts.get(place) ?? 0) + 1);
    return { found, hits: lexiconHits(clauses) };
  });
  const length = lengthOf(counts.keys(), idf);
  const hitCount = parts.reduce((sum, { hits }) => sum + hits.count, 0);
  return parts.map(({ found, hits }) => {
    let part = (head.lexiconWeight * hits.sum) / (hitCount + 1);
    for (const place of found)
      part += (head.weights[place]! * idf[place]!) / (length * counts.get(place)!);
    return part;
  });
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
