import { describe, expect, it } from 'vitest';
import { requireMemory, requireTable } from '#workers/dataset/file/table-bounds.ts';

const MB = 1024 ** 2;
const tooLarge: unknown = expect.objectContaining({ code: 'table-too-large', details: { row: 7 } });
const table = (rowCount: number, columnCount: number, doneShare: number) => () =>
  requireTable({ rowCount, columnCount, doneShare }, 7);
const memory = (megabytes: number, doneShare: number) => () =>
  requireMemory(megabytes * MB, doneShare, 7);

describe('a table', () => {
  it.each([
    { says: 'its rows', fits: table(10_000_000, 10, 1), exceeds: table(10_000_001, 1, 1) },
    { says: 'its cells', fits: table(100_000, 1_000, 1), exceeds: table(100_001, 1_000, 1) },
    { says: 'its memory', fits: memory(768, 1), exceeds: memory(769, 1) },
  ])('is refused where it is too large: $says', ({ fits, exceeds }) => {
    expect(fits).not.toThrow();
    expect(exceeds).toThrow(tooLarge);
  });

  it('is refused as soon as a tenth of it shows that all of it will be', () => {
    expect(table(20_000, 1_000, 0.05)).not.toThrow();
    expect(table(10_900, 1_000, 0.1)).not.toThrow();
    expect(table(11_100, 1_000, 0.1)).toThrow(tooLarge);
    expect(memory(84, 0.1)).not.toThrow();
    expect(memory(85, 0.1)).toThrow(tooLarge);
  });
});
