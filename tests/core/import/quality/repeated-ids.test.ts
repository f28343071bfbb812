import { describe, expect, it } from 'vitest';
import { codedColumn } from '#core/import/csv/coded-column.ts';
import { repeatedIds } from '#core/import/quality/repeated-ids.ts';

const ids = codedColumn(['A', '', 'B', 'A', '', 'A']);

describe('repeatedIds', () => {
  it('names all rows of an id that repeats, and all but the last; missing ids never repeat', () => {
    const rows = [0, 1, 2, 3, 4, 5];
    expect(repeatedIds(ids, rows)).toEqual({ all: [0, 3, 5], earlier: [0, 3] });
  });

  it('looks at the given rows only', () => {
    expect(repeatedIds(ids, [0, 2, 4])).toEqual({ all: [], earlier: [] });
  });
});
