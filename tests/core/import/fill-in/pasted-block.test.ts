import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FillInCell, FillInRow } from '#core/import/fill-in/fill-in-sheet.ts';
import { pastedCells, pasteInto } from '#core/import/fill-in/pasted-block.ts';

const open: FillInCell = { inFile: '', filled: '', suggested: '' };
const known: FillInCell = { ...open, inFile: 'Web' };
const row = (rowNumber: number, channel = open): FillInRow => ({
  ...{ rowNumber, title: `Mug ${rowNumber}`, launchDay: 19_000, units: 10 },
  cells: { channel, promotion: open, adSpend: open, unitCost: open, category: open },
});
const sheet = { fields: ['channel', 'adSpend'], rows: [row(7), row(3, known), row(9)] } as const;

describe('pastedCells', () => {
  it.each([
    { text: '', cells: [] },
    { text: 'Web', cells: [['Web']] },
    {
      text: 'Web\t12\r\nFair\t\r\n',
      cells: [
        ['Web', '12'],
        ['Fair', ''],
      ],
    },
    { text: 'Web\n\nFair', cells: [['Web'], [''], ['Fair']] },
    { text: '"a ""b"""\t"two\nlines"\n', cells: [['a "b"', 'two lines']] },
    { text: '5" nail\tx', cells: [['5" nail', 'x']] },
  ])('reads $text', ({ text, cells }) => {
    expect(pastedCells(text)).toEqual(cells);
  });

  it('gives back what a spreadsheet copied', () => {
    const cell = fc.stringMatching(/^[a-z"]{0,6}$/);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 })), (cells) => {
        const quoted = (text: string) =>
          text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
        const text = cells.map((line) => `${line.map(quoted).join('\t')}\r\n`).join('');
        expect(pastedCells(text)).toEqual(cells);
      }),
    );
  });
});

describe('pasteInto', () => {
  it('fills down and across in the order of the sheet, and passes cells that the file knows', () => {
    const block = [
      ['Fair', '5'],
      ['Shop', '6'],
      ['', '7'],
    ];
    expect(pasteInto(sheet, { row: 0, field: 'channel' }, block)).toEqual({
      fillIns: { channel: { 7: 'Fair' }, adSpend: { 7: '5', 3: '6', 9: '7' } },
      filledCount: 4,
      leftCount: 1,
    });
  });

  it('counts what has no place beyond the end of the sheet', () => {
    expect(pasteInto(sheet, { row: 2, field: 'adSpend' }, [['5', '6'], ['7']])).toEqual({
      fillIns: { adSpend: { 9: '5' } },
      filledCount: 1,
      leftCount: 2,
    });
  });
});
