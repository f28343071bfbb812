// Where a value stands in a sentence depends on the language, so a value that is shown bold is marked before it is put
// into its sentence, and the sentence is split at the marks. The marks are those that isolate a text of another direction.

const OPEN = '\u2068';
const CLOSE = '\u2069';
const MARKED = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'gu');
/** Chinese stands beside Latin words and numbers with a space, and beside Chinese without one. */
const NEEDLESS_SPACE = new RegExp(
  `(?<=\\p{Script=Han}) (?=${OPEN}\\p{Script=Han})|(?<=\\p{Script=Han}${CLOSE}) (?=\\p{Script=Han})`,
  'gu',
);

export interface SentencePart {
  readonly lead: string;
  /** Shown bold; empty where the sentence ends without a value. */
  readonly value: string;
}

export function emphasised(value: string): string {
  return `${OPEN}${value.replaceAll(OPEN, '').replaceAll(CLOSE, '')}${CLOSE}`;
}

/** A sentence as values with the words that lead to each. */
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
