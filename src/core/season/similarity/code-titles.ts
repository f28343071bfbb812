import { runsTogether } from '#core/base/text/split-words.ts';

/** A prefix of a code, such as "SKU" or "ART", has at most so many letters. */
const PREFIX_LETTERS = 4;

/**
 * Returns whether a title is a mere code, such as "SKU 10-442" or "AB1234": it has a digit, and beside the parts with
 * digits at most a short prefix.
 */
export function isCode(title: string): boolean {
  if (!/\p{N}/u.test(title) || runsTogether(title)) return false;
  const withoutDigits = title.split(/[\s_/.-]+/).filter((part) => !/\p{N}/u.test(part));
  return (withoutDigits.join('').match(/\p{L}/gu)?.length ?? 0) <= PREFIX_LETTERS;
}
