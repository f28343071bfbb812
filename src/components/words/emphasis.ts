// Marks values to be shown bold. Where a value stands in a sentence depends on the language, so values are marked
// first, and the finished sentence is split at the marks. The marks are the characters that isolate text of another
// direction.

const OPEN = '\u2068';
const CLOSE = '\u2069';
/** Ends the name of a value. */
const NAMED = '\u2063';
const NAME = `(?:([\\w-]*)${NAMED})?`;
const MARKED = new RegExp(`${OPEN}${NAME}([^${CLOSE}]*)${CLOSE}`, 'gu');
/** In Chinese, a space separates Chinese from Latin words and numbers, but not from Chinese. */
const NEEDLESS_SPACE = new RegExp(
  `(?<=\\p{Script=Han}) (?=${OPEN}${NAME}\\p{Script=Han})|(?<=\\p{Script=Han}${CLOSE}) (?=\\p{Script=Han})`,
  'gu',
);

export interface SentencePart<Name extends string = string> {
  readonly lead: string;
  /** Shown bold; empty if the sentence ends without a value. */
  readonly value: string;
  /** What the value is; absent where it was not named. */
  readonly name?: Name;
}

/**
 * Marks a value to be shown bold in its sentence.
 * @param name what the value is: letters, digits and hyphens
 */
export function emphasised(value: string, name = ''): string {
  const text = [OPEN, CLOSE, NAMED].reduce((all, mark) => all.replaceAll(mark, ''), value);
  return `${OPEN}${name === '' ? '' : name + NAMED}${text}${CLOSE}`;
}

/** Splits a sentence into its marked values, each with the words before it. */
export function sentenceParts<Name extends string = string>(
  sentence: string,
): SentencePart<Name>[] {
  const text = sentence.replace(NEEDLESS_SPACE, '');
  const parts: SentencePart<Name>[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    const [, name = '', value = ''] = match;
    parts.push({
      lead: text.slice(end, match.index),
      value,
      ...(name !== '' && { name: name as Name }),
    });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ lead: text.slice(end), value: '' });
  return parts;
}
