import { describe, expect, it } from 'vitest';
import { recordGaps } from '#core/import/platform-files/orders/record-gaps.ts';

const daily = (from: number, until: number): Float64Array =>
  Float64Array.from({ length: until - from + 1 }, (_, i) => from + i + 0.5);

describe('recordGaps', () => {
  it('are weeks of which no file tells, whatever the order of the files', () => {
    expect(recordGaps([daily(40, 50), daily(0, 10), daily(11, 20)])).toEqual([
      { from: 20, until: 40 },
    ]);
  });

  it('are two weeks at least', () => {
    expect(recordGaps([daily(0, 10), daily(23, 30)])).toEqual([]);
    expect(recordGaps([daily(0, 10), daily(24, 30)])).toEqual([{ from: 10, until: 24 }]);
  });

  it('are none within a file, nor where another file covers them', () => {
    const seasonal = Float64Array.of(...daily(0, 10), ...daily(60, 70));
    expect(recordGaps([seasonal])).toEqual([]);
    expect(recordGaps([daily(0, 10), daily(40, 50), daily(5, 45)])).toEqual([]);
  });

  it('are long where a shop sells seldom', () => {
    const weekly = (from: number) => Float64Array.from({ length: 5 }, (_, i) => from + 7 * i);
    expect(recordGaps([weekly(0), weekly(28 + 69)])).toEqual([]);
    expect(recordGaps([weekly(0), weekly(28 + 70)])).toEqual([{ from: 28, until: 98 }]);
  });

  it('ignore lines without a day', () => {
    expect(recordGaps([])).toEqual([]);
    expect(recordGaps([Float64Array.of(NaN), Float64Array.of(3, NaN)])).toEqual([]);
  });
});
