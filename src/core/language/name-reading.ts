import type { LaunchTable } from '../launch/launch-table.ts';

/**
 * How a model reads names. embeddings: by the language model, and by their letters too; all others by their letters only. declined: the
 * seller does without; unreachable, damaged: it could not be fetched, or not as it was built; no-text: there are no names.
 */
export type NameReading = 'embeddings' | 'declined' | 'unreachable' | 'damaged' | 'no-text';

const LETTER = /\p{L}/u;

/** Whether launches have names in words. A launch without one goes by its number. */
export function hasNames({ title, productId }: Pick<LaunchTable, 'title' | 'productId'>): boolean {
  return title.some((name, row) => name !== productId[row] && LETTER.test(name));
}
