import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createTokenizer,
  readVocabulary,
  spaced,
  tokenize,
  UNKNOWN,
  type Tokenizer,
} from '#core/model/text/tokenizer.ts';
import { englishTokenizer } from '../../../support/language.ts';

interface Recorded {
  readonly text: string;
  readonly times: number;
  /** Of all tokens; the first 128 are written down. */
  readonly count: number;
  readonly tokens: readonly number[];
}

const recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/tokens/recorded.json'), 'utf8'),
) as readonly Recorded[];
const english = englishTokenizer();

describe('tokenize', () => {
  it('gives what the original gave for 500 texts', () => {
    expect(recorded).toHaveLength(500);
    const found = recorded.map(({ text, times }) => {
      const tokens = tokenize(english, text.repeat(times));
      return { text, times, count: tokens.length, tokens: tokens.slice(0, 128) };
    });
    expect(found).toEqual(recorded);
  });

  it('spells the text with its pieces, whatever it is', () => {
    const known = fc.constantFrom(...Array.from("abcdefghijklmnopqrstuvwxyz0123456789 -.,&/'"));
    fc.assert(
      fc.property(fc.array(known), (letters) => {
        const text = letters.join('');
        expect(
          tokenize(english, text)
            .map((token) => english.pieces[token]![0])
            .join(''),
        ).toBe(spaced(text));
      }),
    );
  });

  it('stands for what it does not know, several in a row once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tokens = tokenize(english, text);
        expect(tokens.some((token, i) => token === UNKNOWN && tokens[i + 1] === UNKNOWN)).toBe(
          false,
        );
        expect(tokens.length).toBeLessThanOrEqual(Array.from(spaced(text)).length);
      }),
    );
  });

  it('finds the division with the greatest score', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 4 }),
    );
    const scores = fc.infiniteStream(fc.double({ min: -20, max: -0.01, noNaN: true }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(words, scores, text, (longer, score, asked) => {
        const pieces = [...new Set(['\u2581', 'a', 'b', 'c', ...longer])];
        const scored = pieces.map((piece) => [piece, score.next().value as number] as const);
        const tokenizer = createTokenizer([...reserved, ...scored]);
        const tokens = tokenize(tokenizer, asked);
        const sum = tokens.reduce((total, token) => total + tokenizer.pieces[token]![1], 0);
        expect(sum).toBeCloseTo(greatestScore(tokenizer, spaced(asked)), 9);
      }),
    );
  });
});

it('refuses a vocabulary that is none', () => {
  for (const text of ['', '{}', '[["a"]]', '[["a", 1], [2, "b"]]', '[["a", -1']) {
    expect(() => readVocabulary(text)).toThrow(
      expect.objectContaining({ code: 'language-damaged' }),
    );
  }
});

const reserved = Array.from({ length: 6 }, (_, i) => [`<${i}>`, 0] as const);

/** By trying every division. */
function greatestScore(tokenizer: Tokenizer, text: string): number {
  if (text === '') return 0;
  const fitting = tokenizer.pieces.slice(6).filter(([piece]) => text.startsWith(piece));
  return Math.max(
    ...fitting.map(([piece, score]) => score + greatestScore(tokenizer, text.slice(piece.length))),
  );
}
