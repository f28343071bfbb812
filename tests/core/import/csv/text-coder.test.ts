import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CODER_ROWS, TextCoder } from '#core/import/csv/text-coder.ts';
import { joinTextParts } from '#core/import/csv/text-rows.ts';
import { decode, encode } from '../../../support/text-rows.ts';

function codeAll(coder: TextCoder, cells: readonly string[]): void {
  for (const cell of cells) coder.push(cell);
}

it('gives back every cell, each text once, however many there are, and starts afresh with a part', () => {
  const coder = new TextCoder(encode);
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

it('has a code for every text of a part that is full of rows', () => {
  const coder = new TextCoder(encode);
  const cells = Array.from({ length: CODER_ROWS }, (_, i) => String(i));
  codeAll(coder, cells);
  expect(coder.takePart().codes.at(-1)).toBe(CODER_ROWS - 1);
});
