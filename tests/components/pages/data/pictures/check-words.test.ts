import { describe, expect, it } from 'vitest';
import type { PictureFinding } from '#core/model/images/check-pictures.ts';
import { checkedGroups } from '#components/pages/data/pictures/check-words.ts';

const offColour = (id: number, measure: 'brightness' | 'warmth', deviations: number) =>
  ({
    ...{ kind: 'off-colour', id, measure, deviations },
    ...{ value: 0.5, usual: 0.5 },
  }) satisfies PictureFinding;
const marked = (id: number, top: number, size: number) =>
  ({
    ...{ kind: 'watermark', id, sharedBy: 2 },
    place: { left: 0, top, width: size, height: size },
  }) satisfies PictureFinding;

describe('the picture check', () => {
  it('says each finding once, with the pictures of it', () => {
    const groups = checkedGroups([
      { kind: 'too-small', id: 1, shorterPx: 240 },
      { kind: 'too-small', id: 2, shorterPx: 2 },
      { kind: 'cluttered', id: 2, clutter: 0.3 },
      offColour(3, 'brightness', -4),
      offColour(4, 'brightness', 5),
      offColour(5, 'warmth', 4),
      offColour(6, 'warmth', -4),
    ]);
    expect(groups.map(({ words, pictures }) => [words, pictures.map(({ id }) => id)])).toEqual([
      ['2 pictures are small: their shorter side has fewer than 500 pixels.', [1, 2]],
      ['1 picture is busy around the product.', [2]],
      [expect.stringContaining('much darker'), [3]],
      [expect.stringContaining('much brighter'), [4]],
      [expect.stringContaining('much warmer'), [5]],
      [expect.stringContaining('much cooler'), [6]],
    ]);
    expect(groups[0]!.pictures.map(({ detail }) => detail)).toEqual(['240 pixels', '2 pixels']);
  });

  it('says where pictures share a mark, and tells a frame from it', () => {
    const words = (top: number, size: number) =>
      checkedGroups([marked(1, top, size), marked(2, top, size)]).map((each) => each.words);
    expect(words(0, 0.2)).toEqual([expect.stringContaining('at the top')]);
    expect(words(0.4, 0.2)).toEqual([expect.stringContaining('in the middle')]);
    expect(words(0.8, 0.2)).toEqual([expect.stringContaining('at the bottom')]);
    expect(words(0, 1)).toEqual(['2 pictures have the same frame.']);
  });

  it('claims nothing where nothing was found', () => {
    expect(checkedGroups([])).toEqual([]);
  });
});
