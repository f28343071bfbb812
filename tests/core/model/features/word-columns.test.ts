import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordColumns } from '#core/model/features/word-columns.ts';

const names = ['mug', 'lantern', 'cushion', 'handmade', 'store', 'stone'];
const columns = new WordColumns(names);

describe('the column of a word', () => {
  it('is its place among the words', () => {
    names.forEach((word, column) => expect(columns.columnOf(word)).toBe(column));
    expect(columns.columnOf('teapot')).toBeUndefined();
  });

  it('is that of the word meant, where one letter slipped', () => {
    for (const slip of ['lantrn', 'lanterrn', 'lanturn', 'lantenr', 'lanterns', 'lanter'])
      expect(columns.columnOf(slip), slip).toBe(1);
  });

  it('is found for any slip but of the first letter', () => {
    const letter = fc.integer({ min: 97, max: 122 }).map((code) => String.fromCharCode(code));
    const slips = fc
      .tuple(fc.integer({ min: 1, max: 7 }), letter, fc.nat(3))
      .map(([at, by, kind]) => {
        const word = 'handmade';
        if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
        if (kind === 1) return word.slice(0, at) + by + word.slice(at);
        if (kind === 2) return word.slice(0, at) + by + word.slice(at + 1);
        const next = Math.min(at, 6);
        return word.slice(0, next) + word[next + 1]! + word[next]! + word.slice(next + 2);
      });
    fc.assert(
      fc.property(slips, (slip) => {
        expect(columns.columnOf(slip)).toBe(3);
      }),
    );
  });

  it('is that of a word of four letters, where two of them changed places', () => {
    const short = new WordColumns(['lamp', 'kids', 'form', 'mug']);
    expect(['lmap', 'lapm', 'kdis'].map((slip) => short.columnOf(slip))).toEqual([0, 0, 1]);
    for (const slip of ['lam', 'lampp', 'lomp', 'almp', 'mgu'])
      expect(short.columnOf(slip), slip).toBeUndefined();
    expect(new WordColumns(['form', 'fomr']).columnOf('form')).toBe(0);
    expect(new WordColumns(['abcd', 'adbc']).columnOf('abdc')).toBeUndefined();
  });

  it('is none where two words may have been meant, or the word is short', () => {
    expect(columns.columnOf('stoe')).toBeUndefined();
    expect(columns.columnOf('stove')).toBeUndefined();
    expect(columns.columnOf('mugs')).toBeUndefined();
  });
});
