import { describe, expect, it } from 'vitest';
import { cellCount, GridCursor, isInRange } from '#components/ui/tables/grid-cursor.svelte.ts';

function cursorIn(rowCount: number, columnCount: number) {
  let size = $state.raw({ rowCount, columnCount });
  return { cursor: new GridCursor(() => size), resize: (to: typeof size) => (size = to) };
}

describe('GridCursor', () => {
  it('chooses the block between where choosing began and where it is', () => {
    const { cursor } = cursorIn(10, 4);
    cursor.moveTo({ row: 5, column: 2 });
    expect(cursor.range).toBeNull();
    cursor.extendTo({ row: 3, column: 3 });
    cursor.extendTo({ row: 4, column: 1 });
    expect(cursor.range).toEqual({ firstRow: 4, lastRow: 5, firstColumn: 1, lastColumn: 2 });
    expect(cellCount(cursor.range!)).toBe(4);
    expect(isInRange(cursor.range, 4, 2)).toBe(true);
    expect(isInRange(cursor.range, 3, 2)).toBe(false);
  });

  it('chooses whole rows and the whole table, never the header', () => {
    const { cursor } = cursorIn(10, 4);
    cursor.moveTo({ row: 2, column: 1 });
    cursor.chooseRow();
    expect(cursor.range).toEqual({ firstRow: 2, lastRow: 2, firstColumn: 0, lastColumn: 3 });
    cursor.chooseAll();
    expect(cellCount(cursor.range!)).toBe(40);
    cursor.moveTo({ row: 1, column: 0 });
    cursor.extendTo({ row: -1, column: 0 });
    expect(cursor.range).toEqual({ firstRow: 0, lastRow: 1, firstColumn: 0, lastColumn: 0 });
  });

  it('lets go of what was chosen when it moves on', () => {
    const { cursor } = cursorIn(10, 4);
    cursor.extendTo({ row: 3, column: 3 });
    cursor.moveTo({ row: 0, column: 0 });
    expect(cursor.range).toBeNull();
    cursor.chooseAll();
    cursor.release();
    expect(cursor.range).toBeNull();
  });

  it('stays inside a table that has shrunk', () => {
    const { cursor, resize } = cursorIn(10, 4);
    cursor.moveTo({ row: 9, column: 3 });
    cursor.extendTo({ row: 8, column: 0 });
    resize({ rowCount: 3, columnCount: 2 });
    expect(cursor.cell).toEqual({ row: 2, column: 0 });
    expect(cursor.range).toEqual({ firstRow: 2, lastRow: 2, firstColumn: 0, lastColumn: 1 });
    resize({ rowCount: 0, columnCount: 2 });
    expect(cursor.cell).toEqual({ row: -1, column: 0 });
    expect(cursor.range).toBeNull();
  });
});
