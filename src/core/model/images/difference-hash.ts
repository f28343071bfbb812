// The difference hash (Neal Krawetz, 2013): a picture as 9 × 8 means of luma, a bit for each that is darker than the one to
// its right. Scaling, recompression and small changes turn few bits.

import { cellRange } from './cell-range.ts';
import type { Pixels } from './pixels.ts';

const COLUMNS = 9;
const ROWS = 8;
const DIGITS = 16;
/** Differences of luma, 0–255, below which neighbours count as equal: an even ground makes no bits of its noise. */
const LEAST_DIFFERENCE = 2;

/** A part of a picture, in pixels; `to` is beyond it. */
export interface Frame {
  readonly fromX: number;
  readonly toX: number;
  readonly fromY: number;
  readonly toY: number;
}

/** Returns the hash of a part of a picture as 16 hexadecimal digits, the top left bit first. */
export function differenceHash(
  { width }: Pick<Pixels, 'width'>,
  luma: Float32Array,
  { fromX, toX, fromY, toY }: Frame,
): string {
  const mean = (column: number, row: number) => {
    const { from: left, to: right } = cellRange(column, COLUMNS, { from: fromX, to: toX });
    const { from: top, to: bottom } = cellRange(row, ROWS, { from: fromY, to: toY });
    let sum = 0;
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) sum += luma[y * width + x]!;
    return sum / ((right - left) * (bottom - top));
  };
  let digits = '';
  let bits = 0;
  for (let i = 0; i < ROWS * (COLUMNS - 1); i++) {
    const [column, row] = [i % (COLUMNS - 1), Math.floor(i / (COLUMNS - 1))];
    const isDarker = mean(column, row) + LEAST_DIFFERENCE < mean(column + 1, row);
    bits = 2 * bits + (isDarker ? 1 : 0);
    if (i % 4 !== 3) continue;
    digits += bits.toString(DIGITS);
    bits = 0;
  }
  return digits;
}

/** Returns the two halves of a hash, 32 bits each. */
export function hashHalves(hash: string): readonly [high: number, low: number] {
  const half = (from: number) => Number.parseInt(hash.slice(from, from + 8), DIGITS);
  return [half(0), half(8)];
}

/** Returns how many bits of two hashes differ, 0–64. */
export function differingBits(one: string, other: string): number {
  const [[high, low], [otherHigh, otherLow]] = [hashHalves(one), hashHalves(other)];
  return onesIn(high ^ otherHigh) + onesIn(low ^ otherLow);
}

/** Returns the number of ones among 32 bits (Warren, Hacker's Delight, 5-1). */
export function onesIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55_55_55_55);
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}
