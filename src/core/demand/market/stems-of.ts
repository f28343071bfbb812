import { singular } from '#core/base/text/singular.ts';
import { words } from '#core/base/text/split-words.ts';

/** Returns the words of a text without plural endings. */
export function stemsOf(text: string): ReadonlySet<string> {
  return new Set(words(text).map(singular));
}
