import { describe, expect, it } from 'vitest';
import { pastedTable } from '#core/import/csv/pasted-table.ts';

describe('pastedTable', () => {
  it.each([
    ['cells of a spreadsheet', 'title\tunits\nMug\t3\n', 'tsv', 2],
    ['cells with line ends of Windows', 'title\tunits\r\nMug\t3\r\n', 'tsv', 2],
    ['cells with line ends of old Macs', 'title\tunits\rMug\t3', 'tsv', 2],
    ['cells that hold commas', 'title\tunits\nMug, large\t3', 'tsv', 2],
    ['cells that hold lines', 'title\tunits\n"Mug\nlarge"\t3', 'tsv', 2],
    ['rows that end early', 'title\tunits\tprice\nMug\t3\n', 'tsv', 3],
    ['a CSV file', 'title,units,price\nMug,3,9.5\nBowl,4,8', 'csv', 3],
    ['a CSV file with semicolons', 'title;units\n"Mug; large";3\n', 'csv', 2],
  ])('takes %s', (_, text, ending, columnCount) => {
    expect(pastedTable(text)).toMatchObject({ ending, columnCount });
  });

  it.each([
    ['nothing', ''],
    ['one cell', 'Mug'],
    ['one row', 'title\tunits\n'],
    ['one column', 'Mug\nBowl\nPlate\n'],
    ['sentences', 'Dear all,\nthe mugs, bowls and plates are here.\nYours, Ann\n'],
    ['blank lines', '\n\n\n'],
  ])('leaves %s alone', (_, text) => {
    expect(pastedTable(text)).toBeNull();
  });
});
