import { countTexts } from '../statistics.ts';

/**
 * "amazon", "Amazon" and "AMAZON " are one channel: each value becomes the commonest spelling of it, among those that
 * are known already if there are any.
 */
export function mergeSpellings(values: readonly string[], known: readonly string[] = []): string[] {
  const chosen = new Map<string, string>();
  for (const [spelling] of [...countTexts(known), ...countTexts(values)]) {
    const key = spellingKey(spelling);
    if (!chosen.has(key)) chosen.set(key, spelling);
  }
  return values.map((value) => chosen.get(spellingKey(value)) ?? value);
}

function spellingKey(value: string): string {
  return value.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
