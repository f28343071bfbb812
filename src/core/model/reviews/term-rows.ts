// Reviews as rows of terms: TF-IDF with each term counted once, scaled to length 1 (Salton & Buckley 1988).

import type { Clause } from './review-clauses.ts';
import { eachTerm } from './review-terms.ts';

/** The terms that a head knows. */
export interface Vocabulary {
  readonly terms: readonly string[];
  /** Inverse document frequency, ln((1 + reviews) / (1 + reviews with the term)) + 1, [terms]. */
  readonly idf: Float32Array;
}

/** Sparse rows: the terms of row i stand from starts[i] up to starts[i + 1]. */
export interface TermRows {
  readonly starts: Uint32Array;
  /** Places in the vocabulary. */
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

const LEAST_REVIEWS = 2;
const MOST_TERMS = 30_000;

/** Returns the vocabulary of reviews and their rows, most frequent terms first. */
export function termRows(reviews: readonly (readonly Clause[])[]): {
  readonly vocabulary: Vocabulary;
  readonly rows: TermRows;
} {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const lastRow: number[] = [];
  const lists = reviews.map((clauses, row) => {
    const list: number[] = [];
    eachTerm(clauses, (term) => {
      let id = ids.get(term);
      if (id === undefined) {
        id = counts.length;
        ids.set(term, id);
        counts.push(0);
        lastRow.push(-1);
      }
      if (lastRow[id] === row) return;
      lastRow[id] = row;
      counts[id]!++;
      list.push(id);
    });
    return list;
  });
  const kept = [...counts.keys()]
    .filter((id) => counts[id]! >= LEAST_REVIEWS)
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
    .slice(0, MOST_TERMS);
  const places = new Int32Array(counts.length).fill(-1);
  kept.forEach((id, place) => (places[id] = place));
  const names = [...ids.keys()];
  const idf = Float32Array.from(
    kept,
    (id) => Math.log((1 + reviews.length) / (1 + counts[id]!)) + 1,
  );
  const vocabulary = { terms: kept.map((id) => names[id]!), idf };
  const placed = lists.map((list) => list.map((id) => places[id]!).filter((place) => place >= 0));
  return { vocabulary, rows: packRows(placed, idf) };
}

function packRows(lists: readonly (readonly number[])[], idf: Float32Array): TermRows {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, row) => (starts[row + 1] = starts[row]! + list.length));
  const columns = new Uint32Array(starts.at(-1)!);
  const values = new Float32Array(starts.at(-1)!);
  lists.forEach((list, row) => {
    const length = lengthOf(list, idf);
    list.forEach((place, k) => {
      columns[starts[row]! + k] = place;
      values[starts[row]! + k] = idf[place]! / length;
    });
  });
  return { starts, columns, values };
}

/** Returns the Euclidean length of a row before it is scaled; 1 for a row without terms. */
export function lengthOf(places: Iterable<number>, idf: Float32Array): number {
  let square = 0;
  for (const place of places) square += idf[place]! ** 2;
  return square > 0 ? Math.sqrt(square) : 1;
}
