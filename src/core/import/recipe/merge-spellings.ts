import { countTexts } from '#core/base/statistics/statistics.ts';
import { spellingKey } from '#core/base/text/split-words.ts';

/**
 * Replaces each value by its commonest spelling, known ones first: "amazon", "Amazon" and "AMAZON " are one channel. If
 * known values have two spellings of one text, both stay, since the seller distinguishes them.
 */
export function mergeSpellings(values: readonly string[], known: readonly string[] = []): string[] {
  const byKey = new Map<string, string>();
  const bySpelling = new Map<string, string>();
  for (const [spelling] of countTexts(known)) {
    const key = spellingKey(spelling);
    if (!byKey.has(key)) byKey.set(key, spelling);
    bySpelling.set(spelling, spelling);
  }
  for (const [spelling] of countTexts(values)) {
    const key = spellingKey(spelling);
    if (!byKey.has(key)) byKey.set(key, spelling);
    if (!bySpelling.has(spelling)) bySpelling.set(spelling, byKey.get(key)!);
  }
  return values.map((value) => bySpelling.get(value) ?? value);
}
