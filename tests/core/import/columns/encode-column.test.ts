import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_ROWS, decodeColumn, encodeColumn } from '#core/import/columns/encode-column.ts';

const packed = (chunks: ArrayBuffer[]) => chunks.map((bytes) => ({ bytes, isPlain: false }));
const numbersOf = (values: Float64Array) =>
  decodeColumn('number', packed(encodeColumn({ kind: 'number', values }))).values;
const textsOf = (values: string[]) =>
  decodeColumn('text', packed(encodeColumn({ kind: 'text', values }))).values;
/** Nothing that is read is minus zero. */
const withoutMinusZero = (values: Float64Array) => values.map((value) => value || Math.abs(value));

describe('encodeColumn and decodeColumn', () => {
  it('give back every number, missing ones included', () => {
    fc.assert(
      fc.property(fc.float64Array().map(withoutMinusZero), (values) => {
        expect(numbersOf(values)).toEqual(values.every(Number.isNaN) ? new Float64Array() : values);
      }),
    );
  });

  it('give back every text, in any script and with broken characters', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    const texts = fc.array(fc.oneof(text, fc.constantFrom('', 'mug', '\uD800')));
    fc.assert(
      fc.property(texts, (values) => {
        expect(textsOf(values)).toEqual(values.every((value) => value === '') ? [] : values);
      }),
    );
  });

  it('cut long columns into chunks that two bytes can number', () => {
    const values = Array.from({ length: CHUNK_ROWS + 3 }, (_, i) => `product ${i}`);
    expect(encodeColumn({ kind: 'text', values })).toHaveLength(2);
    expect(textsOf(values)).toEqual(values);
    const numbers = Float64Array.from(values.keys());
    expect(encodeColumn({ kind: 'number', values: numbers })).toHaveLength(2);
    expect(numbersOf(numbers)).toEqual(numbers);
  });

  it('keep a repeated text once', () => {
    const once = encodeColumn({ kind: 'text', values: ['a long category name'] })[0]!;
    const often = encodeColumn({ kind: 'text', values: Array(1000).fill('a long category name') });
    expect(often[0]!.byteLength - once.byteLength).toBe(2 * 999);
  });

  it('reads numbers as they were kept at first', () => {
    const bytes = Float64Array.of(1, NaN, 3).buffer;
    expect(decodeColumn('number', [{ bytes, isPlain: true }]).values).toEqual(
      Float64Array.of(1, NaN, 3),
    );
  });

  it('keeps nothing of a column that is empty', () => {
    expect(encodeColumn({ kind: 'number', values: Float64Array.of(NaN, NaN) })).toEqual([]);
    expect(encodeColumn({ kind: 'text', values: ['', ''] })).toEqual([]);
  });
});
