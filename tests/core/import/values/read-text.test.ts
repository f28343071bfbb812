import { describe, expect, it } from 'vitest';
import { cleanCell, isMissing, readText } from '#core/import/values/read-text.ts';

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
  it.each([
    ...['', 'N/A', '-', '-–', '——', '/', 'null', 'None', '#VALUE!', 'unknown', 'k. a.', 'n/v'],
    ...['s/n', 'Sin dato', 'n/c', 'Não disponível', 'no disponible', 'non disponible'],
    ...['nicht verfügbar', '无', '不详', '未知', '无数据', '該当なし', '未設定'],
  ])('are told as “%s”', (cell) => {
    expect(isMissing(cell)).toBe(true);
  });

  it.each(['0', 'no', 'x', 'NC', 'nothing left', '没有优惠', 'unknown artist', 's/n 12'])(
    'are not meant by “%s”',
    (cell) => {
      expect(isMissing(cell)).toBe(false);
    },
  );

  it('are fewer in texts, where "none" can be a choice', () => {
    expect(['n/a', '-', 'NaN', ' '].map(readText)).toEqual(['', '', '', '']);
    expect(['不详', 'Sin dato', '該当なし'].map(readText)).toEqual(['', '', '']);
    const kept = ['None', '无', '未知', 'unknown', '/'];
    expect(kept.map(readText)).toEqual(kept);
  });
});
