import { describe, expect, it } from 'vitest';
import { COLOUR_NAMES, PICTURE_BACKGROUNDS } from '#core/launch/looks.ts';
import { markWords } from '#components/pages/data/pictures/mark-words.ts';
import { m } from '#messages';

describe('marks of a picture', () => {
  it('are a few words, without what is not known', () => {
    expect(
      markWords({ colour: null, isPatterned: false, background: 'white', showsPeople: null }),
    ).toEqual([m.pictures_plain(), m.pictures_background_white()]);
    expect(
      markWords({ colour: 'red', isPatterned: true, background: 'scene', showsPeople: false }),
    ).toEqual(['Red', 'Patterned', 'Scene in the background', 'No people']);
  });

  it('differ from each other, whatever they say', () => {
    const all = COLOUR_NAMES.flatMap((colour) =>
      PICTURE_BACKGROUNDS.map((background) =>
        markWords({ colour, isPatterned: true, background, showsPeople: true }),
      ),
    );
    expect(new Set(all.map((words) => words.join())).size).toBe(all.length);
    for (const words of all) expect(new Set(words).size).toBe(words.length);
  });
});
