/**
 * Returns an English word in lower case without its plural ending, so that "boxes" and "box", "candles" and "candle" are alike;
 * "glass" and "bus" stay. Words of other languages may lose an s, which does no harm where both sides do.
 */
export function singular(word: string): string {
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}
