import { describe, expect, it } from 'vitest';
import { sketchColumn } from '#core/schema/column-sketch.ts';

describe('sketchColumn', () => {
  it('describes the values that are there and leaves out the others', () => {
    expect(sketchColumn(['1,5', '2', 'n/a', '', 'x', '2'])).toEqual({
      valueCount: 4,
      distinctCount: 3,
      numberShare: 0.75,
      wholeShare: 0.5,
      dateShare: 0,
      meanLength: 1.5,
    });
  });

  it('sees dates of several kinds in one column', () => {
    expect(sketchColumn(['2024-03-08', '8 Mar 2024']).dateShare).toBe(1);
  });

  it('describes an empty column without dividing by nothing', () => {
    expect(sketchColumn(['', '-'])).toMatchObject({ valueCount: 0, numberShare: 0, meanLength: 0 });
  });
});
