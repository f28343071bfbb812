import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, codedColumn } from '#core/import/csv/coded-column.ts';
import { joinNumbers, joinTextParts } from '#core/import/csv/text-rows.ts';
import {
  packNumberPart,
  packTextPart,
  unpackNumberPart,
  unpackTextPart,
} from '#core/import/columns/part-bytes.ts';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function packTexts(cells: readonly string[]): ArrayBuffer {
  const { texts, codes } = codedColumn(cells);
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  return packTextPart({
    lengths: Uint32Array.from(encoded, ({ length }) => length),
    bytes: Uint8Array.from(encoded.flatMap((bytes) => [...bytes])),
    codes: Uint16Array.from(codes),
  });
}

describe('parts of columns', () => {
  it('give back every text, joined to one column', () => {
    const cells = fc.array(fc.constantFrom('', 'mug', '茶杯', 'Küche', 'a\nb'));
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 3 }), (parts) => {
        const column = joinTextParts(parts.map(packTexts).map(unpackTextPart), decode);
        expect(parts.flat().map((_, row) => cellAt(column, row))).toEqual(parts.flat());
        expect(new Set(column.texts).size).toBe(column.texts.length);
      }),
    );
  });

  it('give back every number, joined to one column', () => {
    const number = fc.oneof(fc.constantFrom(NaN, 0, 1.5, -2), fc.double({ noNaN: true }));
    const numbers = fc.array(number.map((value) => value || Math.abs(value)));
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 3 }), (parts) => {
        const found = joinNumbers(
          parts.map((part) => unpackNumberPart(packNumberPart(Float64Array.from(part)))),
        );
        expect(found).toEqual(Float64Array.from(parts.flat()));
      }),
    );
  });

  it('keep a repeated number once', () => {
    expect(packNumberPart(new Float64Array(1000).fill(9.5)).byteLength).toBe(8 + 8 + 1 + 4);
    const different = Float64Array.from({ length: 1000 }, (_, i) => i + 0.5);
    expect(packNumberPart(different).byteLength).toBe(8 + 8 * 1000);
  });
});
