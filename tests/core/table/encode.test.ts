import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_ROWS, decodeColumn, encodeColumn } from '#core/table/encode.ts';

describe('encodeColumn and decodeColumn', () => {
  it('give back every number, missing ones included', () => {
    fc.assert(
      fc.property(fc.float64Array(), (values) => {
        const column = { kind: 'number', values } as const;
        expect(decodeColumn('number', encodeColumn(column))).toEqual(column);
      }),
    );
  });

  it('give back every text, in any script and with broken characters', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    const texts = fc.array(fc.oneof(text, fc.constantFrom('', 'mug', '\uD800')));
    fc.assert(
      fc.property(texts, (values) => {
        const column = { kind: 'text', values } as const;
        expect(decodeColumn('text', encodeColumn(column))).toEqual(column);
      }),
    );
  });

  it('cut long columns into chunks that two bytes can number', () => {
    const values = Array.from({ length: CHUNK_ROWS + 3 }, (_, i) => `product ${i}`);
    const chunks = encodeColumn({ kind: 'text', values });
    expect(chunks).toHaveLength(2);
    expect(decodeColumn('text', chunks).values).toEqual(values);
    const numbers = Float64Array.from(values.keys());
    const numberChunks = encodeColumn({ kind: 'number', values: numbers });
    expect(numberChunks.map((chunk) => chunk.byteLength)).toEqual([8 * CHUNK_ROWS, 24]);
    expect(decodeColumn('number', numberChunks).values).toEqual(numbers);
  });

  it('keep a repeated text once', () => {
    const once = encodeColumn({ kind: 'text', values: ['a long category name'] })[0]!;
    const often = encodeColumn({ kind: 'text', values: Array(1000).fill('a long category name') });
    expect(often[0]!.byteLength - once.byteLength).toBe(2 * 999);
  });

  it('copy a part of a larger buffer, not the buffer', () => {
    const values = new Float64Array([1, 2, 3, 4]).subarray(1, 3);
    expect(encodeColumn({ kind: 'number', values })[0]!.byteLength).toBe(16);
  });
});
