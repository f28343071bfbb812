const SCRIPT_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Returns whether a word is of a script in which words are not set apart. */
export function isWithoutSpaces(word: string): boolean {
  return SCRIPT_WITHOUT_SPACES.test(word);
}

/**
 * Returns a test for names as `foldedHeader` writes them: whether one has any of these words, which are separated by
 * spaces. A word stands alone in the name; between stars ("*nummer*"), and in scripts without spaces, it may be part of
 * another.
 */
export function namedBy(...lines: readonly string[]): (name: string) => boolean {
  const all = lines.flatMap((line) => line.split(' '));
  const isPart = (word: string) => word.startsWith('*') || isWithoutSpaces(word);
  const whole = new Set(all.filter((word) => !isPart(word)));
  const parts = all.filter(isPart).map((word) => word.replaceAll('*', ''));
  return (name) =>
    name.split(' ').some((word) => whole.has(word)) || parts.some((part) => name.includes(part));
}
