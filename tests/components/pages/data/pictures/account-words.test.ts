import { describe, expect, it } from 'vitest';
import {
  PICTURE_NOTES,
  PICTURE_PROBLEMS,
  type PictureAccount,
} from '#core/import/pictures/picture-account.ts';
import { tally } from '#components/words/counts.ts';
import { accountLines } from '#components/pages/data/pictures/account-words.ts';
import { m } from '#messages';

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
    expect(lines.map(({ icon, words }) => [icon, words])).toEqual([
      ['tick', m.pictures_matched(tally(2))],
      ['note', m.pictures_unchanged(tally(1))],
      ['warn', '2 pictures match no product: “x.jpg” and “y.jpg”. Give them to products below.'],
      ['note', m.pictures_further({ ...tally(1), files: '“a-2.jpg”' })],
    ]);
    expect(lines.map(({ files }) => files)).toEqual([[], [], ['x.jpg', 'y.jpg'], ['a-2.jpg']]);
  });

  it('says so where nothing was matched', () => {
    const none = { icon: 'warn', words: m.pictures_matched_none(), files: [] };
    expect(accountLines(nothing)).toEqual([none]);
    const [first] = accountLines({ ...nothing, unchangedCount: 3 });
    expect(first!.words).toBe(m.pictures_unchanged(tally(3)));
  });

  it('names every refused file with its reason, files of one reason together', () => {
    const words = [
      ...[m.pictures_refused_not_a_picture, m.pictures_refused_empty, m.pictures_refused_truncated],
      ...[m.pictures_refused_damaged, m.pictures_refused_too_many_pixels, m.pictures_refused_svg],
      m.pictures_refused_heic,
    ];
    const refused = PICTURE_PROBLEMS.flatMap((problem) =>
      ['1', '2'].map((n) => ({ fileName: problem + n, problem })),
    );
    expect(accountLines({ ...nothing, matchedCount: 1, refused }).slice(1)).toEqual(
      PICTURE_PROBLEMS.map((problem, i) => ({
        ...{ icon: 'wrong', files: [`${problem}1`, `${problem}2`] },
        words: words[i]!({ files: `“${problem}1” and “${problem}2”` }),
      })),
    );
  });

  it('names what was done with pictures that were taken', () => {
    const words = [
      ...[m.pictures_noted_first_frame, m.pictures_noted_cmyk],
      ...[m.pictures_noted_wrong_extension, m.pictures_noted_turned_upright],
    ];
    const noted = PICTURE_NOTES.map((note) => ({ fileName: note, note }));
    expect(accountLines({ ...nothing, matchedCount: 4, noted }).slice(1)).toEqual(
      PICTURE_NOTES.map((note, i) => ({
        ...{ icon: 'note', words: words[i]!({ files: `“${note}”` }), files: [note] },
      })),
    );
  });
});
