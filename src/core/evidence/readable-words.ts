// The words of a title as its readers know them. The encoder takes scripts without spaces by pairs of characters, some of which lie
// across two words and mean nothing.

import { runsTogether, words } from '../text.ts';

export interface ReadableWord {
  readonly word: string;
  /** What the encoder still finds where this word is taken out. */
  readonly rest: ReadonlySet<string>;
}

/** Each once, in order; single characters of scripts without spaces are no words of their own. */
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
