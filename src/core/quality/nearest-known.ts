// What a typed text probably means where it is none of those that are known.

import { MOST_VALUES } from '../launch/launch-overview.ts';
import { spellingKey } from '../text.ts';

/** Texts of two letters are too often other words. */
const LETTERS_ENOUGH = 3;
/** From how many letters on how many slips may be meant. */
const SLIPS = [
  { letters: 10, slips: 3 },
  { letters: 6, slips: 2 },
  { letters: LETTERS_ENOUGH, slips: 1 },
] as const;

/**
 * null: the text is known, if only by another spelling, or that cannot be told, because nothing is known or not all of it is listed.
 * @param known the commonest first
 */
export function unknownText(text: string, known: readonly string[]): UnknownText | null {
  if (text.trim() === '' || known.length === 0 || known.length >= MOST_VALUES) return null;
  const key = spellingKey(text);
  const keys = known.map(spellingKey);
  if (keys.includes(key)) return null;
  const most = SLIPS.find(({ letters }) => key.length >= letters)?.slips ?? 0;
  let nearest: string | null = null;
  let least = most + 1;
  keys.forEach((other, place) => {
    if (Math.abs(other.length - key.length) >= least || digitsOf(other) !== digitsOf(key)) return;
    const slips = slipsBetween(key, other);
    if (slips < least && slips < Math.min(key.length, other.length))
      [least, nearest] = [slips, known[place]!];
  });
  return { nearest };
}

interface UnknownText {
  /** The known one that was probably meant. */
  readonly nearest: string | null;
}

/** Letters too many, missing, wrong or swapped with the next (optimal string alignment). */
export function slipsBetween(a: string, b: string): number {
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

/** "Size 10" and "Size 12" are two sizes. */
function digitsOf(text: string): string {
  return text.replace(/\P{N}/gu, '');
}
