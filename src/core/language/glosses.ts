// Chinese for an encoder that reads English only: each word is replaced by its gloss, a short translation without regard to the rest.

import { damaged } from './language-files.ts';

const HAN = /\p{Script=Han}/u;
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{N}]/u;
const CHINESE_PUNCTUATION = /[\u3001-\u301F\u30FB]/gu;

/** Whether a text has characters that only glosses make readable. */
export function hasChinese(text: string): boolean {
  return HAN.test(text);
}

export interface Glosses {
  /** Of traditional characters, where they differ. */
  readonly simplified: ReadonlyMap<string, string>;
  /** Simplified word → English; empty for words without a meaning of their own. */
  readonly words: ReadonlyMap<string, string>;
  /** Characters of the longest word. */
  readonly longest: number;
}

/**
 * Two lines that pair traditional with simplified characters, then "word, tab, gloss" in each line. Throws an AppError
 * 'language-damaged' where it is anything else.
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
 * A plain text with its Chinese words replaced, the longest that fits first; characters that no word has are left out. Text
 * without Chinese comes back as it is.
 */
export function glossChinese(text: string, glosses: Glosses): string {
  if (!HAN.test(text)) return text;
  const symbols = simplifiedSymbols(text, glosses);
  const parts: string[] = [];
  for (let i = 0; i < symbols.length;) {
    const word = longestWord(symbols, i, glosses);
    if (word !== null) parts.push(' ', glosses.words.get(word.text)!, ' ');
    else parts.push(HAN.test(symbols[i]!) ? ' ' : symbols[i]!);
    i += word?.length ?? 1;
  }
  return parts.join('').replaceAll(CHINESE_PUNCTUATION, ' ').replace(/\s+/g, ' ').trim();
}

/** Whether a Chinese character is known, alone or in a word. */
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

/** "T恤" is a word, but not the end of "basket恤". */
function canBegin(symbols: readonly string[], start: number): boolean {
  if (HAN.test(symbols[start]!)) return true;
  return (
    LATIN_OR_DIGIT.test(symbols[start]!) &&
    (start === 0 || !LATIN_OR_DIGIT.test(symbols[start - 1]!))
  );
}
