import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import {
  commonestTitle,
  isInCapitals,
  writesInCapitals,
} from '#core/import/derivation/launch-title.ts';

function commonestOf(titles: readonly string[]): string {
  return commonestTitle([...titles.keys()], codedColumn(titles));
}

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

  it.each(['Red Mug', 'RED MUg', '12', '?', '', '红色杯子'])('is not of “%s”', (title) => {
    expect(isInCapitals(title)).toBe(false);
  });
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
    expect(writesInCapitals(['红色杯子', '12'])).toBe(false);
    expect(writesInCapitals([])).toBe(false);
  });
});
