import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { decimalVotes, fileDecimalSign, hasGroups } from '#core/import/csv/column-decimals.ts';

describe('decimalVotes', () => {
  it('lets each row have its say, also where rows share a text', () => {
    const cells = codedColumn(['1,50', '2.5', '1,50', '1,50', '7', '1.234']);
    expect(decimalVotes(cells)).toEqual({ point: 1, comma: 3 });
  });

  it('is silent where there is no column', () => {
    expect(decimalVotes(undefined)).toEqual({ point: 0, comma: 0 });
  });
});

describe('fileDecimalSign', () => {
  it('is what the columns say together, and a point where they say nothing', () => {
    const votes = (point: number, comma: number) => ({ point, comma });
    expect(fileDecimalSign([votes(2, 0), votes(0, 3)])).toBe(',');
    expect(fileDecimalSign([votes(4, 0), votes(0, 3)])).toBe('.');
    expect(fileDecimalSign([])).toBe('.');
  });
});

it('sees groups of digits where a count has a comma', () => {
  expect(hasGroups(codedColumn(['12', '12,131']))).toBe(true);
  expect(hasGroups(codedColumn(['12', '12.131']))).toBe(false);
});
