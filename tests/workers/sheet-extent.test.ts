import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetExtent } from '#workers/sheet-extent.ts';

const extent = (rows: string) =>
  sheetExtent(
    new TextEncoder().encode(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    'S',
  );
const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

describe('the extent of a sheet', () => {
  it('is that of the cells that hold something', () => {
    const cell = fc.record({
      row: fc.integer({ min: 1, max: 300 }),
      column: fc.integer({ min: 1, max: 900 }),
      holds: fc.constantFrom('<v>1</v>', '<is><t>Mug</t></is>', '', '<v></v>', '<f>1+1</f>'),
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
        const xml = cells.map(
          ({ row, column, holds }) =>
            `<row r="${row}"><c r="${letters(column)}${row}" s="1">${holds}</c></row>`,
        );
        const filled = cells.filter(({ holds }) => /<[vt]>[^<]/.test(holds));
        expect(extent(xml.join(''))).toEqual({
          rows: Math.max(0, ...filled.map(({ row }) => row)),
          columns: Math.max(0, ...filled.map(({ column }) => column)),
          filled: filled.length,
        });
      }),
    );
  });

  it('is not that of cells that only look like something', () => {
    const blank = '<row r="1048576"><c r="XFD1048576" s="3"/></row>';
    expect(extent(`<row r="1"><c r="A1"><v>1</v></c></row>${blank}`)).toEqual({
      ...{ rows: 1, columns: 1, filled: 1 },
    });
  });

  it.each([
    ['XFD1048576', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    ['XFE1', '<row r="1"><c r="XFE1"/></row>'],
    ['A900000000', '<row r="900000000"></row>'],
    ['A1048577', '<row><c r="A1048577"/></row>'],
    // The grid is as high as the row says, wherever its cells are.
    ['XFD2', '<row r="1048576"><c r="XFD2"><v>1</v></c></row>'],
    [
      'T1000000',
      `<row r="9"><c r="A9"><v>1</v></c></row><row r="1000000"><c r="T1000000"><v>1</v></c></row>`,
    ],
  ])('names a cell that lies far away: %s', (cell, rows) => {
    expect(() => extent(rows)).toThrow(
      expect.objectContaining({ code: 'cell-far-away', details: { cell, sheet: 'S' } }),
    );
  });

  it.each(['<row r="1e9"/>', '<row r="0x9"/>', '<c r="A"/>', '<c r="a1"/>', '<c r="A&#49;"/>'])(
    'is not known where a place is none: %s',
    (rows) => expect(extent(rows)).toBeNull(),
  );
});
