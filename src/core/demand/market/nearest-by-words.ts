import { stemsOf } from './stems-of.ts';

/** An item that a text stands for; `stems` are the words of the text without plural endings. */
export interface WordedItem<Item> {
  readonly item: Item;
  readonly stems: ReadonlySet<string>;
}

/** Words must make up this share of the shorter of both. */
const LEAST_SHARED = 0.5;

/**
 * Returns the item that shares the most words with a text: the highest Dice coefficient of both sets of words; null where none
 * shares half of the words of the shorter one. Of items that are as near, the first is taken.
 */
export function nearestByWords<Item>(
  text: string,
  items: readonly WordedItem<Item>[],
): Item | null {
  const own = stemsOf(text);
  let best: { readonly item: Item; readonly likeness: number } | null = null;
  for (const { item, stems } of items) {
    const shared = [...own].filter((stem) => stems.has(stem)).length;
    if (shared === 0 || shared < LEAST_SHARED * Math.min(own.size, stems.size)) continue;
    const likeness = (2 * shared) / (own.size + stems.size);
    if (!best || likeness > best.likeness) best = { item, likeness };
  }
  return best?.item ?? null;
}
