// Marks values to be shown bold. Where a value stands in a sentence depends on the language, so values are marked
// first, and the finished sentence is split at the marks. The marks are the characters that isolate text of another
// direction.

const OPEN = '\u2068';
const CLOSE = '\u2069';
const MARKED = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'gu');
/** In Chinese, a space separates Chinese from Latin words and numbers, but not from Chinese. */
const NEEDLESS_SPACE = new RegExp(
  `(?<=\\p{Script=Han}) (?=${OPEN}\\p{Script=Han})|(?<=\\p{Script=Han}${CLOSE}) (?=\\p{Script=Han})`,
  'gu',
);

export interface SentencePart {
  readonly lead: string;
  /** Shown bold; empty if the sentence ends without a value. */
  readonly value: string;
}

/** Marks a value to be shown bold in its sentence. */
export function emphasised(value: string): string {
  return `${OPEN}${value.replaceAll(OPEN, '').replaceAll(CLOSE, '')}${CLOSE}`;
}

/** Splits a sentence into its marked values, each with the words before it. */
export function sentenceParts(sentence: string): SentencePart[] {
  const text = sentence.replace(NEEDLESS_SPACE, '');
  const parts: SentencePart[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    parts.push({ lead: text.slice(end, match.index), value: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ lead: text.slice(end), value: '' });
  return parts;
}
