import { countTexts } from '../statistics.ts';
import { spellingKey } from '../text.ts';

/**
 * "amazon", "Amazon" and "AMAZON " are one channel: each value becomes the commonest spelling of it, among those that
 * are known already if there are any. What is known by two spellings keeps both: the seller told them apart.
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
