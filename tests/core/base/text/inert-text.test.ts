import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inertText, shortText } from '#core/base/text/inert-text.ts';
import { cleanCell, readText } from '#core/import/values/read-text.ts';

/** Explicit formatting characters of the bidirectional algorithm (UAX #9, table 2). */
const TURNING = [
  '\u202A',
  '\u202B',
  '\u202C',
  '\u202D',
  '\u202E',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
];

describe('inertText', () => {
  it.each([
    ['an override', 'Mug \u202Efdp.exe', 'Mug fdp.exe'],
    ['an isolate that is never closed', '\u2067Mug', 'Mug'],
    ['NUL and other controls', 'M\0u\x1Bg\x7F\x9B', 'Mug'],
    ['spaces of no width', 'M\u200Bu\u2060g\uFEFF', 'Mug'],
    ['halves of characters', 'Mug \uD83C red \uDF81', 'Mug  red '],
    ['what is no character', 'Mug\uFFFE\uFFFF', 'Mug'],
    ['marks of direction without letters to direct', '\u200E2024-03-11\u200F', '2024-03-11'],
  ])('takes out %s', (_, text, inert) => {
    expect(inertText(text)).toBe(inert);
  });

  it.each([
    ['emoji of several parts', '👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🎁'],
    ['letters that joiners keep apart', 'می‌خواهم'],
    ['marks beside letters from right to left', 'C++\u200F מחשב'],
    ['line breaks and tabs', 'a\r\n\tb'],
    ['accents', 'e\u0301 é ẞ'],
    ['markup, which is text', '<svg onload=alert(1)>&lt;'],
  ])('leaves %s', (_, text) => {
    expect(inertText(text)).toBe(text);
  });

  it('leaves nothing that turns what follows, and no text that UTF-8 cannot hold', () => {
    const character = fc.oneof(
      fc.constantFrom(...TURNING, '\0', '\uD800', '\uDC00', 'א'),
      fc.string({ unit: 'binary' }),
    );
    const text = fc.array(character, { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (cell) => {
        const inert = inertText(cell);
        for (const turning of TURNING) expect(inert).not.toContain(turning);
        expect(new TextDecoder().decode(new TextEncoder().encode(inert))).toBe(inert);
        expect(inertText(inert)).toBe(inert);
      }),
    );
  });
});

describe('shortText', () => {
  it('keeps a text that fits and ends a longer one with a sign', () => {
    expect(shortText('abc', 3)).toBe('abc');
    expect(shortText('abcd', 3)).toBe('ab…');
  });

  it('tears no character apart', () => {
    expect(shortText('a🎁bc', 3)).toBe('a…');
  });
});

describe('a cell of a table', () => {
  it('is read without what cannot be seen', () => {
    expect(cleanCell('\u202D Blue\0  mug\u202C ')).toBe('Blue mug');
    expect(readText('\u200E—')).toBe('');
  });

  it('is a name of 500 characters at most', () => {
    expect(readText('x'.repeat(500))).toHaveLength(500);
    expect(readText('x'.repeat(10_000_000))).toBe(`${'x'.repeat(499)}…`);
  });
});
