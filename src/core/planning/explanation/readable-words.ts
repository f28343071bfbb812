// Splits a title into words as readers know them. In scripts without spaces the encoder reads pairs of characters, and
// some pairs lie across two words and mean nothing.

import { runsTogether, words } from '#core/base/text/split-words.ts';

export interface ReadableWord {
  readonly word: string;
  /** Words that the encoder still finds where this word is taken out. */
  readonly rest: ReadonlySet<string>;
}

/** Returns each word once, in order. In scripts without spaces, single characters are not words. */
export function readableWords(title: string): ReadableWord[] {
  const all = words(title);
  if (!runsTogether(title))
    return all.map((word) => ({ word, rest: new Set(all.filter((other) => other !== word)) }));
  const plain = title.normalize('NFKC').toLowerCase();
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(plain);
  const found = Array.from(segments).flatMap(({ segment, isWordLike }) =>
    isWordLike === true && Array.from(segment).length > 1 ? [segment] : [],
  );
  return [...new Set(found)].map((word) => ({
    word,
    rest: new Set(words(plain.replaceAll(word, ' '))),
  }));
}
