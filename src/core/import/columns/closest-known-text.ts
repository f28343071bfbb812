// Suggests what an unknown typed text probably means.

import { MOST_VALUES } from './launch-overview.ts';
import { measuresOf, readMeasure } from '../values/read-measure.ts';
import { spellingKey } from '#core/base/text/split-words.ts';
import { digitsOf } from '#core/base/text/one-edit-apart.ts';

/** Texts of two letters are too often other words. */
const LETTERS_ENOUGH = 3;
/** Number of edits allowed, by the length of the text. */
const EDITS = [
  { letters: 10, edits: 3 },
  { letters: 6, edits: 2 },
  { letters: LETTERS_ENOUGH, edits: 1 },
] as const;

/**
 * Checks whether a text is unknown. Returns null if it is known, also in another spelling. Returns null if that is
 * unclear, because nothing is known or the list is incomplete.
 * @param known the known texts, commonest first
 */
export function unknownText(text: string, known: readonly string[]): UnknownText | null {
  if (text.trim() === '' || known.length === 0 || known.length >= MOST_VALUES) return null;
  // A number that no launch had is no new word.
  if (readMeasure(text, '.') && measuresOf(known, '.')) return null;
  const key = spellingKey(text);
  const keys = known.map(spellingKey);
  if (keys.includes(key)) return null;
  const most = EDITS.find(({ letters }) => key.length >= letters)?.edits ?? 0;
  let nearest: string | null = null;
  let least = most + 1;
  keys.forEach((other, place) => {
    if (Math.abs(other.length - key.length) >= least || digitsOf(other) !== digitsOf(key)) return;
    const edits = editDistance(key, other);
    if (edits < least && edits < Math.min(key.length, other.length))
      [least, nearest] = [edits, known[place]!];
  });
  return { nearest };
}

interface UnknownText {
  /** The known text that was probably meant, or null. */
  readonly nearest: string | null;
}

/**
 * Returns the number of letters inserted, missing, wrong or swapped with the next (Damerau 1964; optimal string
 * alignment distance).
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const wrong = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(wrong, last[j]! + 1, row[j - 1]! + 1, isSwap ? before[j - 2]! + 1 : Infinity),
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
