import { describe, expect, it } from 'vitest';
import { readerOf, readRuns } from '#workers/dataset/file/parquet/parquet-values.ts';

const runs = (bytes: readonly number[], width: number, count: number) => {
  const reader = readerOf(Uint8Array.from(bytes));
  return { numbers: [...readRuns(reader, width, count)], offset: reader.offset };
};

describe('runs of numbers', () => {
  it('are of one, or eight side by side, the lowest bits first', () => {
    // The example of the specification: 0 to 7 in three bits each.
    const eight = [0b11, 0b1000_1000, 0b1100_0110, 0b1111_1010];
    expect(runs(eight, 3, 8)).toEqual({ numbers: [0, 1, 2, 3, 4, 5, 6, 7], offset: 4 });
    expect(runs(eight, 3, 5)).toEqual({ numbers: [0, 1, 2, 3, 4], offset: 4 });
    expect(runs([10, 0x2c, 0x01], 9, 5)).toEqual({ numbers: Array(5).fill(300), offset: 3 });
    expect(runs([4, 1, ...eight], 3, 10).numbers).toEqual([1, 1, 0, 1, 2, 3, 4, 5, 6, 7]);
    expect(runs([], 0, 3).numbers).toEqual([0, 0, 0]);
  });

  it('are as wide as three bytes', () => {
    const wide = [0xff, 0xff, 0xff, 1, 0, 0, ...Array<number>(18).fill(0)];
    expect(runs([0b11, ...wide], 24, 3).numbers).toEqual([0xff_ff_ff, 1, 0]);
  });

  it('take no more memory than was asked for, whatever their length says', () => {
    expect(runs([0xfe, 0xff, 0xff, 0xff, 0x0f, 1], 1, 4).numbers).toEqual([1, 1, 1, 1]);
    for (const damaged of [[0], [1], [0b11, 1], [0xff]])
      expect(() => runs(damaged, 8, 4)).toThrow();
    expect(() => runs([2, 1], 33, 1)).toThrow();
  });
});
