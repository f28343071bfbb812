import { countTexts } from '../statistics.ts';

/**
 * "amazon", "Amazon" and "AMAZON " are one channel: each value becomes the commonest spelling of it, among those that
 * are known already if there are any.
 */
export function mergeSpellings(values: readonly string[], known: readonly string[] = []): string[] {
  const byKey = new Map<string, string>();
  const bySpelling = new Map<string, string>();
  for (const [spelling] of [...countTexts(known), ...countTexts(values)]) {
    const key = spellingKey(spelling);
    if (!byKey.has(key)) byKey.set(key, spelling);
    bySpelling.set(spelling, byKey.get(key)!);
  }
  return values.map((value) => bySpelling.get(value) ?? value);
}

function spellingKey(value: string): string {
  return value.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
