// Numbers at half precision (IEEE 754 binary16): eleven significant bits, half the size of a Float32Array. Browsers are
// only beginning to support Float16Array.

const SIGN = 0x80_00;
const QUIET_NAN = 0x7e_00;
const INFINITY = 0x7c_00;
/** Bits of 65,504, the largest finite value. */
const LARGEST_FINITE = 0x7b_ff;

/**
 * Float32 bit patterns: infinity; 65,520, half a step above the largest finite half float; and 2^−14, the smallest
 * normal one.
 */
const SINGLE_INFINITY = 0x7f_80_00_00;
const SINGLE_TOO_LARGE = 0x47_7f_f0_00;
const SINGLE_LEAST_NORMAL = 0x38_80_00_00;

/** A half float's fraction is 13 bits shorter than a Float32's, and its exponent bias is 112 less. */
const FRACTION_BITS_LESS = 13;
const EXPONENT_OFFSET = 112 << 23;
/** The smallest positive half float; every subnormal one is a multiple of it. */
const LEAST = 2 ** -24;

/**
 * Returns the nearest half float (IEEE 754 binary16) of each value; ties go to even. Values that are too large,
 * infinity included, become ±65,504; NaN stays NaN.
 */
export function toHalfFloats(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  return Uint16Array.from(
    bits,
    (single) => ((single >>> 16) & SIGN) | halfBits(single & ~(1 << 31)),
  );
}

/** Returns the exact values of half floats. */
export function fromHalfFloats(halves: Uint16Array): Float32Array {
  const values = new Float32Array(halves.length);
  const bits = new Uint32Array(values.buffer);
  halves.forEach((half, i) => {
    const magnitude = half & ~SIGN;
    if (magnitude >> 10 === 0) values[i] = magnitude * LEAST;
    else if (magnitude < INFINITY) bits[i] = (magnitude << FRACTION_BITS_LESS) + EXPONENT_OFFSET;
    else bits[i] = SINGLE_INFINITY | (magnitude << FRACTION_BITS_LESS);
    if (half >= SIGN) bits[i] = bits[i]! | (1 << 31);
  });
  return values;
}

/** Returns the values as they are after storage at half precision. */
export function roundToHalf(values: Float32Array): Float32Array {
  return fromHalfFloats(toHalfFloats(values));
}

/** Returns the half float's bits for the bits of a positive Float32. */
function halfBits(single: number): number {
  if (single > SINGLE_INFINITY) return QUIET_NAN;
  if (single >= SINGLE_TOO_LARGE) return LARGEST_FINITE;
  if (single >= SINGLE_LEAST_NORMAL) {
    return shiftToEven(single - EXPONENT_OFFSET, FRACTION_BITS_LESS);
  }
  const exponent = single >>> 23;
  const fraction = (single & 0x7f_ff_ff) | 0x80_00_00;
  const shift = 126 - exponent;
  return shift > 24 ? 0 : shiftToEven(fraction, shift);
}

/**
 * Returns bits / 2^shift, rounded to the nearest integer, ties to even. A carry raises the exponent, which is correct.
 */
function shiftToEven(bits: number, shift: number): number {
  const odd = (bits >>> shift) & 1;
  return (bits + (1 << (shift - 1)) - 1 + odd) >>> shift;
}
