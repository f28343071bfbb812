import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, textSearch } from '#core/base/text/text-search.ts';

const word = fc.constantFrom(
  'Mug',
  'mug',
  'crème',
  'CREME',
  '马克杯',
  'ａ',
  '',
  'é',
  'x y',
  '-20%',
);
const cell = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
const table = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 3 }))
  .chain(([rowCount, columnCount]) =>
    fc
      .array(fc.array(cell, { minLength: rowCount, maxLength: rowCount }), {
        minLength: columnCount,
        maxLength: columnCount,
      })
      .map((columns) => ({ rowCount, columns })),
  );

describe('textSearch', () => {
  it('finds the rows that reading every cell finds', () => {
    fc.assert(
      fc.property(table, cell, ({ rowCount, columns }, wanted) => {
        const words = foldText(wanted).split(/\s+/).filter(Boolean);
        const expected = Array.from({ length: rowCount }, (_, row) =>
          Number(words.every((each) => columns.some((c) => foldText(c[row]!).includes(each)))),
        );
        const found = textSearch(columns, rowCount)(wanted);
        expect(found && [...found]).toEqual(words.length === 0 ? null : expected);
      }),
    );
  });

  it.each([
    { says: 'case', wanted: 'mUG', finds: [1, 0, 0] },
    { says: 'accents', wanted: 'creme', finds: [0, 1, 0] },
    { says: 'width', wanted: 'ＭＵＧ', finds: [1, 0, 0] },
    { says: 'the order of words, or their columns', wanted: 'shop blue', finds: [1, 0, 1] },
    { says: 'nothing but all words', wanted: 'blue nowhere', finds: [0, 0, 0] },
    { says: 'characters inside a run of Chinese', wanted: '克杯', finds: [0, 0, 1] },
  ])('heeds not $says: “$wanted”', ({ wanted, finds }) => {
    const titles = ['Blue mug', 'Crème jug', '马克杯 blue'];
    const channels = ['own shop', '', 'Shop'];
    expect([...(textSearch([titles, channels], 3)(wanted) ?? [])]).toEqual(finds);
  });

  it('looks for nothing in an empty or blank query', () => {
    expect(textSearch([['a']], 1)('  ')).toBeNull();
  });
});
