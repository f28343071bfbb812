import { describe, expect, it } from 'vitest';
import { sketchColumn } from '#core/import/schema/column-sketch.ts';

describe('sketchColumn', () => {
  it('describes the values that are there and leaves out the others', () => {
    expect(sketchColumn(['1,5', '2', 'n/a', '', 'x', '2'])).toEqual({
      valueCount: 4,
      distinctItemCount: 4,
      repeatedItemShare: 0,
      numberShare: 0.75,
      discountShare: 0.75,
      wholeShare: 0.5,
      dateShare: 0,
      channelShare: 0,
      usualLength: 1,
    });
  });

  it('sees dates of several kinds in one column', () => {
    expect(sketchColumn(['2024-03-08', '8 Mar 2024']).dateShare).toBe(1);
  });

  it('describes an empty column without dividing by nothing', () => {
    expect(sketchColumn(['', '-'])).toMatchObject({
      valueCount: 0,
      numberShare: 0,
      usualLength: 0,
    });
  });

  it('knows places to sell by their names', () => {
    const cells = ['Etsy', 'our website', 'Amazon.co.uk', 'Etsy, eBay', '淘宝', 'Steel', ''];
    expect(sketchColumn(cells).channelShare).toBeCloseTo(5 / 6);
  });

  it('counts the items of values that list several', () => {
    const cells = ['Indie, Action', 'Action', 'Action; Indie', 'Indie，Action', 'Indie', 'Puzzle'];
    const { distinctItemCount, repeatedItemShare } = sketchColumn(cells);
    expect(distinctItemCount).toBe(3);
    expect(repeatedItemShare).toBeCloseTo(8 / 9, 12);
  });
});
