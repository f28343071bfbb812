import { hasChinese } from '#core/base/text/chinese.ts';
import { textTokens, unitOf } from './text-units.ts';

/**
 * Returns how texts write each of these words or phrases of units most often, in lower case: "pric" as "price". Chinese
 * words stay as they are.
 */
export function ownSpelling(
  sentences: readonly string[],
  words: readonly string[],
): ReadonlyMap<string, string> {
  const wanted = new Map(
    words.filter((word) => !hasChinese(word)).map((word) => [word, new Map<string, number>()]),
  );
  if (wanted.size > 0) for (const sentence of sentences) countSpellings(sentence, wanted);
  return new Map(words.map((word) => [word, mostFrequent(wanted.get(word)) ?? word]));
}

function countSpellings(sentence: string, wanted: ReadonlyMap<string, Map<string, number>>): void {
  const tokens = textTokens(sentence);
  const units = tokens.map(unitOf);
  for (let at = 0; at < units.length; at++) {
    addSpelling(wanted.get(units[at]!), tokens[at]!);
    if (at > 0)
      addSpelling(wanted.get(`${units[at - 1]} ${units[at]}`), `${tokens[at - 1]} ${tokens[at]}`);
  }
}

function addSpelling(counts: Map<string, number> | undefined, spelling: string): void {
  counts?.set(spelling, (counts.get(spelling) ?? 0) + 1);
}

function mostFrequent(counts: ReadonlyMap<string, number> = new Map()): string | undefined {
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0];
}
