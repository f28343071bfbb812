import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHalfFloats, roundToHalf, toHalfFloats } from '#core/base/bytes/half-floats.ts';

interface Reference {
  readonly single: number[];
  readonly half: number[];
}

const reference = JSON.parse(
  readFileSync(
    new URL('../../../support/references/numpy-half-floats.json', import.meta.url),
    'utf8',
  ),
) as Reference;

const LARGEST = 65_504;
const singles = (bits: readonly number[]) => new Float32Array(Uint32Array.from(bits).buffer);
const halfOf = (value: number) => toHalfFloats(Float32Array.of(value))[0];
const rounded = (value: number) => roundToHalf(Float32Array.of(value))[0]!;
const float32 = (limits?: fc.FloatConstraints) => fc.float({ noNaN: true, ...limits });

describe('half floats', () => {
  it.each([
    { says: 'zero', value: 0, bits: 0x0000 },
    { says: 'minus zero', value: -0, bits: 0x8000 },
    { says: 'one', value: 1, bits: 0x3c00 },
    { says: 'minus two', value: -2, bits: 0xc000 },
    { says: 'a third', value: 1 / 3, bits: 0x3555 },
    { says: 'the largest', value: LARGEST, bits: 0x7bff },
    { says: 'the least normal', value: 2 ** -14, bits: 0x0400 },
    { says: 'the largest subnormal', value: 1023 * 2 ** -24, bits: 0x03ff },
    { says: 'the least', value: 2 ** -24, bits: 0x0001 },
    { says: 'half of the least, a tie', value: 2 ** -25, bits: 0x0000 },
    { says: 'three halves of the least, a tie', value: 3 * 2 ** -25, bits: 0x0002 },
    { says: 'a tie above one', value: 1 + 2 ** -11, bits: 0x3c00 },
    { says: 'the next tie above one', value: 1 + 3 * 2 ** -11, bits: 0x3c02 },
    { says: 'a fraction that carries into the exponent', value: 2 - 2 ** -12, bits: 0x4000 },
    { says: 'a subnormal that becomes normal', value: 2 ** -14 - 2 ** -26, bits: 0x0400 },
    { says: 'too large', value: 1e9, bits: 0x7bff },
    { says: 'infinitely small', value: -Infinity, bits: 0xfbff },
    { says: 'not a number', value: NaN, bits: 0x7e00 },
  ])('write $says as IEEE 754 does, overflow apart', ({ value, bits }) => {
    expect(halfOf(value)).toBe(bits);
  });

  it('are those of NumPy', () => {
    expect(Array.from(toHalfFloats(singles(reference.single)))).toEqual(reference.half);
  });

  it('come back unchanged, all of them but the infinite', () => {
    const all = Uint16Array.from({ length: 0x10000 }, (_, bits) => bits);
    const finite = all.filter((bits) => (bits & 0x7c00) !== 0x7c00);
    expect(toHalfFloats(fromHalfFloats(finite))).toEqual(finite);
  });

  it('are read as what their bits say', () => {
    expect(Array.from(fromHalfFloats(Uint16Array.of(0x7c00, 0xfc00, 0x7e01)))).toEqual([
      Infinity,
      -Infinity,
      NaN,
    ]);
  });

  it('are as near as eleven significant bits allow', () => {
    fc.assert(
      fc.property(float32({ min: -LARGEST, max: LARGEST }), (value) => {
        const unit = 2 ** Math.max(-24, Math.floor(Math.log2(Math.abs(value))) - 10);
        expect(Math.abs(rounded(value) - value)).toBeLessThanOrEqual(unit / 2);
      }),
    );
  });

  it('keep sign and order, and are finite', () => {
    fc.assert(
      fc.property(float32(), float32(), (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(rounded(low)).toBeLessThanOrEqual(rounded(high));
        expect(rounded(-a)).toBe(-rounded(a));
        expect(Number.isFinite(rounded(a))).toBe(true);
      }),
    );
  });

  it('change nothing the second time', () => {
    fc.assert(
      fc.property(fc.float32Array({ noNaN: true }), (values) => {
        const once = roundToHalf(values);
        expect(roundToHalf(once)).toEqual(once);
      }),
    );
  });

  it('leave alone what they are made from, a part of a longer array too', () => {
    const values = Float32Array.of(9, 0.1, 0.2, 9);
    expect(roundToHalf(values.subarray(1, 3))).toEqual(Float32Array.of(rounded(0.1), rounded(0.2)));
    expect(values).toEqual(Float32Array.of(9, 0.1, 0.2, 9));
  });
});
