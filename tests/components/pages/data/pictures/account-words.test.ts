import { describe, expect, it } from 'vitest';
import {
  PICTURE_NOTES,
  PICTURE_PROBLEMS,
  type PictureAccount,
} from '#core/import/pictures/picture-account.ts';
import { accountLines } from '#components/pages/data/pictures/account-words.ts';

const nothing: PictureAccount = {
  ...{ matchedCount: 0, unchangedCount: 0 },
  ...{ furtherViews: [], unmatched: [], refused: [], noted: [] },
};

describe('the account of pictures', () => {
  it('says what was matched, what was there, what is left over and what was not kept', () => {
    const lines = accountLines({
      ...nothing,
      ...{ matchedCount: 2, unchangedCount: 1 },
      ...{ furtherViews: ['a-2.jpg'], unmatched: ['x.jpg', 'y.jpg'] },
    });
    expect(lines.map(({ icon, words }) => `${icon}: ${words}`)).toEqual([
      'tick: 2 pictures belong to a product.',
      'note: 1 picture was there already.',
      'warn: 2 pictures match no product: “x.jpg” and “y.jpg”. Give them to products below.',
      'note: 1 further view was not kept, because a product has one picture: “a-2.jpg”.',
    ]);
  });

  it('says so where nothing was matched', () => {
    expect(accountLines(nothing)).toEqual([
      { icon: 'warn', words: 'No picture was matched to a product.', files: [] },
    ]);
    const [first] = accountLines({ ...nothing, unchangedCount: 3 });
    expect(first!.words).toBe('3 pictures were there already.');
  });

  it('names every refused file with its reason, files of one reason together', () => {
    const refused = PICTURE_PROBLEMS.flatMap((problem) =>
      ['1', '2'].map((n) => ({ fileName: `${problem}-${n}`, problem })),
    );
    const lines = accountLines({ ...nothing, matchedCount: 1, refused }).slice(1);
    expect(lines).toHaveLength(PICTURE_PROBLEMS.length);
    expect(new Set(lines.map(({ words }) => words.split(':')[0])).size).toBe(lines.length);
    for (const [i, { icon, words, files }] of lines.entries()) {
      const names = ['1', '2'].map((n) => `${PICTURE_PROBLEMS[i]}-${n}`);
      expect([icon, files]).toEqual(['wrong', names]);
      for (const name of names) expect(words).toContain(name);
    }
  });

  it('names what was done with pictures that were taken', () => {
    const noted = PICTURE_NOTES.map((note) => ({ fileName: `${note}.jpg`, note }));
    const lines = accountLines({ ...nothing, matchedCount: 4, noted }).slice(1);
    expect(lines.map(({ files }) => files)).toEqual(noted.map(({ fileName }) => [fileName]));
    expect(lines.every(({ icon }) => icon === 'note')).toBe(true);
  });
});
