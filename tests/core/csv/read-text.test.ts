import { describe, expect, it } from 'vitest';
import { cleanCell, isMissing, readText } from '#core/csv/read-text.ts';

describe('cleanCell', () => {
  it.each([
    { says: 'spaces around', input: '  mug ', gives: 'mug' },
    { says: 'line breaks and runs of spaces', input: 'blue\n  mug', gives: 'blue mug' },
    { says: 'no-break spaces', input: 'blue\u00A0mug', gives: 'blue mug' },
    { says: 'a byte order mark in the middle', input: '\uFEFFid', gives: 'id' },
    { says: 'a formula that keeps zeros', input: '="0012"', gives: '0012' },
  ])('takes away $says', ({ input, gives }) => {
    expect(cleanCell(input)).toBe(gives);
  });
});

describe('missing values', () => {
  it('are told in several words and languages', () => {
    expect(['', 'N/A', '-', 'null', 'None', '无', 'k. a.'].every(isMissing)).toBe(true);
    expect(['0', 'no', 'x', 'nothing left'].some(isMissing)).toBe(false);
  });

  it('are fewer in texts, where "none" can be a choice', () => {
    expect(['n/a', '-', 'NaN', ' '].map(readText)).toEqual(['', '', '', '']);
    expect(readText('None')).toBe('None');
  });
});
