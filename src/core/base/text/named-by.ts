import { runsTogether } from './split-words.ts';

/**
 * Returns a test for names as `foldedHeader` writes them: whether one has any of these words, which are separated by
 * spaces. A word stands alone in the name; between stars ("*nummer*"), and in scripts without spaces, it may be part of
 * another.
 */
export function namedBy(...lines: readonly string[]): (name: string) => boolean {
  const all = lines.flatMap((line) => line.split(' '));
  const isPart = (word: string) => word.startsWith('*') || runsTogether(word);
  const whole = new Set(all.filter((word) => !isPart(word)));
  const parts = all.filter(isPart).map((word) => word.replaceAll('*', ''));
  return (name) =>
    name.split(' ').some((word) => whole.has(word)) || parts.some((part) => name.includes(part));
}

/**
 * Returns whether a name as `foldedHeader` writes it has this word, or one that begins so where it ends in a star. In
 * scripts without spaces it may be part of another.
 */
export function holdsWord(name: string, word: string): boolean {
  if (runsTogether(word)) return name.includes(word);
  if (word.endsWith('*')) return name.split(' ').some((part) => part.startsWith(word.slice(0, -1)));
  return ` ${name} `.includes(` ${word} `);
}
