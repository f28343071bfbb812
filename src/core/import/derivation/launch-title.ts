import type { CodedColumn } from '../csv/coded-column.ts';

const MOSTLY = 0.8;
const LETTER = /\p{L}/u;
const LETTERS = /\p{L}/gu;

/**
 * Returns the commonest title among lines, ties by name. Titles in capitals come first, since others may be notes of
 * the stock room.
 */
export function commonestTitle(among: readonly number[], { texts, codes }: CodedColumn): string {
  const counts = new Map<number, number>();
  for (const line of among) counts.set(codes[line]!, (counts.get(codes[line]!) ?? 0) + 1);
  let best = '';
  let most = 0;
  for (const [code, lines] of counts) {
    const title = texts[code]!.trim().replace(/\s+/g, ' ');
    const count = lines + (isInCapitals(title) ? among.length : 0);
    if (title === '' || count < most) continue;
    if (count > most || title < best) [best, most] = [title, count];
  }
  return best;
}

/** Returns whether a shop writes its titles in capitals: at least 80% of those that can be judged by them. */
export function writesInCapitals(titles: readonly string[]): boolean {
  const cased = titles.filter(isCased);
  return cased.length > 0 && cased.filter(isInCapitals).length >= MOSTLY * cased.length;
}

/** Returns whether a title is none of a shop that writes in capitals. One in a script without capitals may be. */
export function isUnlikeCapitals(title: string): boolean {
  return (isCased(title) || !LETTER.test(title)) && !isInCapitals(title);
}

/** Returns whether a title has letters with case, all of them capitals. */
export function isInCapitals(title: string): boolean {
  return isCased(title) && title === title.toUpperCase();
}

/** Returns whether a title has letters and all of them have case: “纯棉T恤” says nothing about capitals. */
function isCased(title: string): boolean {
  const letters = title.match(LETTERS) ?? [];
  return letters.length > 0 && letters.every((each) => each.toLowerCase() !== each.toUpperCase());
}
