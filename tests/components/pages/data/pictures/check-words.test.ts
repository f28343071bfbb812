import { describe, expect, it } from 'vitest';
import type { PictureFinding } from '#core/model/images/check-pictures.ts';
import { checkedGroups } from '#components/pages/data/pictures/check-words.ts';
import { tally } from '#components/words/counts.ts';
import { m } from '#messages';

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
      [m.pictures_check_cluttered(tally(1)), [2]],
      [m.pictures_check_darker(tally(1)), [3]],
      [m.pictures_check_brighter(tally(1)), [4]],
      [m.pictures_check_warmer(tally(1)), [5]],
      [m.pictures_check_cooler(tally(1)), [6]],
    ]);
    const pixels = ['240', '2'].map((text) => m.pictures_check_pixels({ text }));
    expect(groups[0]!.pictures.map(({ detail }) => detail)).toEqual(pixels);
  });

  it('says where pictures share a mark, and tells a frame from it', () => {
    const words = (top: number, size: number) =>
      checkedGroups([marked(1, top, size), marked(2, top, size)]).map((each) => each.words);
    expect(words(0, 0.2)).toEqual([m.pictures_check_mark_top(tally(2))]);
    expect(words(0.4, 0.2)).toEqual([m.pictures_check_mark_middle(tally(2))]);
    expect(words(0.8, 0.2)).toEqual([m.pictures_check_mark_bottom(tally(2))]);
    expect(words(0, 1)).toEqual([m.pictures_check_frame(tally(2))]);
  });

  it('claims nothing where nothing was found', () => {
    expect(checkedGroups([])).toEqual([]);
  });
});
