import type { LaunchTable } from '#core/launch/launch-table.ts';

/**
 * How a model reads names. embeddings: with the language model and by letters; all others by letters only. declined:
 * the seller turned the language model off; unreachable, damaged: it could not be fetched, or not intact; no-text:
 * there are no names.
 */
export type NameReading = 'embeddings' | 'declined' | 'unreachable' | 'damaged' | 'no-text';

const LETTER = /\p{L}/u;

/** Returns whether any launch has a name in words. A launch without one has its product ID as title. */
export function hasNames({ title, productId }: Pick<LaunchTable, 'title' | 'productId'>): boolean {
  return title.some((name, row) => name !== productId[row] && LETTER.test(name));
}
