import type { CodedColumn } from '../csv/coded-column.ts';

const MOSTLY = 0.8;

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

/** Returns whether a shop writes its titles in capitals: at least 80% of those with letters that have case. */
export function writesInCapitals(titles: readonly string[]): boolean {
  const cased = titles.filter((title) => title.toLowerCase() !== title.toUpperCase());
  return cased.length > 0 && cased.filter(isInCapitals).length >= MOSTLY * cased.length;
}

/** Returns whether a title has letters with case, all of them capitals. */
export function isInCapitals(title: string): boolean {
  return title === title.toUpperCase() && title !== title.toLowerCase();
}
