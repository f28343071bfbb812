// Prepares Chinese text for an encoder that reads English only. Each word is replaced by its gloss, a short translation
// without context.

import { hasChinese } from '#core/base/text/chinese.ts';
import { damaged } from './language-files.ts';

const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{N}]/u;
const CHINESE_PUNCTUATION = /[\u3001-\u301F\u30FB]/gu;

export interface Glosses {
  /** Traditional to simplified characters, where they differ. */
  readonly simplified: ReadonlyMap<string, string>;
  /** Simplified word → English; empty for words without a meaning of their own. */
  readonly words: ReadonlyMap<string, string>;
  /** Length of the longest word, in characters. */
  readonly longest: number;
}

/**
 * Reads a glosses file: two lines pair traditional with simplified characters; each further line is "word, tab, gloss".
 * Throws AppError language-damaged where the file has another form.
 */
export function readGlosses(text: string): Glosses {
  const [traditional = '', simplified = '', ...lines] = text.split('\n');
  const [from, to] = [Array.from(traditional), Array.from(simplified)];
  const isCut = lines.pop() !== '';
  if (isCut || from.length !== to.length) throw damaged('the glosses', 'whole lines', 'a part');
  const words = new Map<string, string>();
  let longest = 0;
  for (const line of lines) {
    const tab = line.indexOf('\t');
    if (tab < 1) throw damaged('the glosses', 'a word and its gloss', line.slice(0, 40));
    const word = line.slice(0, tab);
    words.set(word, line.slice(tab + 1));
    longest = Math.max(longest, word.length);
  }
  return { simplified: new Map(from.map((character, i) => [character, to[i]!])), words, longest };
}

/**
 * Replaces the Chinese words of a plain text by their glosses, the longest match first. Unknown characters are dropped;
 * text without Chinese is unchanged.
 */
export function glossChinese(text: string, glosses: Glosses): string {
  if (!hasChinese(text)) return text;
  const symbols = simplifiedSymbols(text, glosses);
  const parts: string[] = [];
  for (let i = 0; i < symbols.length;) {
    const word = longestWord(symbols, i, glosses);
    if (word !== null) parts.push(' ', glosses.words.get(word.text)!, ' ');
    else parts.push(hasChinese(symbols[i]!) ? ' ' : symbols[i]!);
    i += word?.length ?? 1;
  }
  return parts.join('').replaceAll(CHINESE_PUNCTUATION, ' ').replace(/\s+/g, ' ').trim();
}

/** Returns whether a Chinese character is itself a known word. */
export function isKnownCharacter(character: string, { simplified, words }: Glosses): boolean {
  return words.has(simplified.get(character) ?? character);
}

function simplifiedSymbols(text: string, { simplified }: Glosses): string[] {
  return Array.from(text, (symbol) => simplified.get(symbol) ?? symbol);
}

function longestWord(
  symbols: readonly string[],
  start: number,
  { words, longest }: Glosses,
): { text: string; length: number } | null {
  if (!canBegin(symbols, start)) return null;
  for (let length = Math.min(longest, symbols.length - start); length > 0; length--) {
    const text = symbols.slice(start, start + length).join('');
    if (words.has(text)) return { text, length };
  }
  return null;
}

/** Returns whether a word may begin here: "T恤" is a word, but not at the end of "basket恤". */
function canBegin(symbols: readonly string[], start: number): boolean {
  if (hasChinese(symbols[start]!)) return true;
  return (
    LATIN_OR_DIGIT.test(symbols[start]!) &&
    (start === 0 || !LATIN_OR_DIGIT.test(symbols[start - 1]!))
  );
}
