import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import {
  commonestTitle,
  isInCapitals,
  isUnlikeCapitals,
  writesInCapitals,
} from '#core/import/derivation/launch-title.ts';
import { isService } from '#core/import/derivation/non-products.ts';

function commonestOf(titles: readonly string[]): string {
  return commonestTitle([...titles.keys()], codedColumn(titles));
}

/** Titles of real Chinese goods. They are not ours to ship: read where they are at hand. */
const FILE = fileURLToPath(
  new URL(
    '../../../../../shared/data/taobao-double11-beauty/双十一淘宝美妆数据.gbk.csv.gz',
    import.meta.url,
  ),
);

describe('commonestTitle', () => {
  it('is what most lines have, its spaces tidied', () => {
    expect(commonestOf(['Red mug', ' Blue  mug ', ' Blue  mug '])).toBe('Blue mug');
  });

  it('looks at the given lines only', () => {
    const column = codedColumn(['Bowl', 'Bowl', 'Mug']);
    expect(commonestTitle([2], column)).toBe('Mug');
  });

  it('prefers one in capitals to any number of notes', () => {
    expect(commonestOf(['damaged', 'damaged', 'damaged', 'RED MUG'])).toBe('RED MUG');
    expect(commonestOf(['damaged', 'RED MUG', 'MUG RED', 'MUG RED'])).toBe('MUG RED');
  });

  it('is empty where no line has a title', () => {
    expect(commonestOf(['', '  ', ''])).toBe('');
    expect(commonestOf([])).toBe('');
    expect(commonestOf(['', '', '', 'Mug'])).toBe('Mug');
  });

  it('is the same whatever the order of the lines', () => {
    const titles = fc.array(fc.constantFrom('Mug', 'Bowl', 'mug', 'JUG', 'POT', ''));
    fc.assert(
      fc.property(titles, (some) => {
        expect(commonestOf(some.toReversed())).toBe(commonestOf(some));
        expect(commonestOf(some.toSorted())).toBe(commonestOf(some));
      }),
    );
  });
});

describe('isInCapitals', () => {
  it.each(['RED MUG', 'ÉTÉ', '12 PENCILS', 'TASSE "GRÜN"'])('is true of %s', (title) => {
    expect(isInCapitals(title)).toBe(true);
  });

  it.each(['Red Mug', 'RED MUg', '12', '?', '', '红色杯子', '纯棉T恤'])(
    'is not of “%s”',
    (title) => {
      expect(isInCapitals(title)).toBe(false);
    },
  );
});

describe('writesInCapitals', () => {
  it('is true of a shop where four in five titles are', () => {
    expect(writesInCapitals(['A MUG', 'A JUG', 'A BOWL', 'A POT', 'damaged'])).toBe(true);
    expect(writesInCapitals(['A MUG', 'A JUG', 'A BOWL', 'damaged'])).toBe(false);
  });

  it('does not count titles that have no case', () => {
    expect(writesInCapitals(['A MUG', '红色杯子', '?', '12', ''])).toBe(true);
  });

  it('is not true where no title has a case', () => {
    expect(writesInCapitals(['红色杯子', '纯棉T恤', '12'])).toBe(false);
    expect(writesInCapitals([])).toBe(false);
  });
});

describe('isUnlikeCapitals', () => {
  it.each(['damaged', 'Red Mug', '?', '12', ''])('is true of “%s”', (title) => {
    expect(isUnlikeCapitals(title)).toBe(true);
  });

  it.each(['RED MUG', '红色杯子', '纯棉T恤女夏季新款', 'USB充电器 5v'])(
    'is not of “%s”',
    (title) => {
      expect(isUnlikeCapitals(title)).toBe(false);
    },
  );
});

it.skipIf(!existsSync(FILE))('no Chinese title is thrown out for its letters or digits', () => {
  const lines = new TextDecoder('gb18030').decode(gunzipSync(readFileSync(FILE))).split(/\r?\n/);
  const titles = [...new Set(lines.slice(1).map((line) => line.split(',')[2] ?? ''))];
  const named = titles.filter((title) => title !== '');
  expect(named.length).toBeGreaterThan(4000);
  expect(writesInCapitals(named)).toBe(false);
  expect(named.filter((title) => isService(title) || isUnlikeCapitals(title))).toEqual([]);
});
