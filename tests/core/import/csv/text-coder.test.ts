import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashOf } from '#core/import/csv/record-scanner.ts';
import { CODER_ROWS, TextCoder } from '#core/import/csv/text-coder.ts';
import { joinTextParts } from '#core/import/csv/text-rows.ts';
import { decode } from '../../../support/text-rows.ts';

function codeAll(coder: TextCoder, cells: readonly string[]): void {
  for (const cell of cells) {
    const bytes = new TextEncoder().encode(cell);
    coder.push(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
  }
}

it('gives back every cell, each text once, however many there are, and starts afresh with a part', () => {
  const coder = new TextCoder();
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat(5000).map(String));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3000, size: 'max' }), (cells) => {
      codeAll(coder, cells);
      const part = coder.takePart();
      const { texts, codes } = joinTextParts([part], decode);
      expect(Array.from(codes, (code) => texts[code])).toEqual(cells);
      expect(part.lengths.length).toBe(new Set(cells).size);
    }),
    { numRuns: 30 },
  );
});

it('keeps texts apart that share a hash', () => {
  const coder = new TextCoder();
  const [a, b] = ['a', 'b'].map((text) => new TextEncoder().encode(text));
  for (const bytes of [a!, b!, a!]) coder.push(bytes, 0, 1, 7);
  const { texts, codes } = joinTextParts([coder.takePart()], decode);
  expect([texts, [...codes]]).toEqual([
    ['a', 'b'],
    [0, 1, 0],
  ]);
});

it('has a code for every text of a part that is full of rows', () => {
  const coder = new TextCoder();
  const cells = Array.from({ length: CODER_ROWS }, (_, i) => String(i));
  codeAll(coder, cells);
  expect(coder.takePart().codes.at(-1)).toBe(CODER_ROWS - 1);
});
