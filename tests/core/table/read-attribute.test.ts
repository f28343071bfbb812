import { describe, expect, it } from 'vitest';
import { cellAt } from '#core/csv/coded-column.ts';
import { IssueLog } from '#core/csv/issue-log.ts';
import { findingKey } from '#core/csv/treatments.ts';
import { readAttribute } from '#core/table/read-attribute.ts';
import { textRows } from '../../support/text-rows.ts';

function read(cells: readonly string[], treatments = {}, decimal: ',' | '.' = '.') {
  const log = new IssueLog(treatments);
  const rows = textRows(
    ['weight', 'title'],
    cells.map((cell) => [cell, 'Mug']),
  );
  const column = readAttribute({ rows, header: 'weight', log, decimal });
  return { texts: cells.map((_, i) => cellAt(column, i)), issues: log.issues() };
}

describe('readAttribute', () => {
  it('gives numbers a decimal point and keeps their unit', () => {
    expect(read(['1,5 kg', '2,25 kg', '']).texts).toEqual(['1.5 kg', '2.25 kg', '']);
  });

  it('takes the decimal sign of the file where a column shows none', () => {
    expect(read(['1.250 g', '980 g', '2.300 g'], {}, ',').texts).toEqual([
      '1250 g',
      '980 g',
      '2300 g',
    ]);
  });

  it('merges no numbers, however alike they look', () => {
    const cells = [...Array<string>(20).fill('1200'), '120', '12000'];
    expect(read(cells)).toEqual({ texts: cells, issues: [] });
  });

  it('empties what means "not known", and says so', () => {
    const cells = ['4', '5', '6', '999', '999', '999'];
    const { texts, issues } = read(cells);
    expect(texts).toEqual(['4', '5', '6', '', '', '']);
    expect(issues).toMatchObject([{ kind: 'sentinel-value', column: 'weight', rows: [5, 6, 7] }]);
    const kept = { [findingKey({ kind: 'sentinel-value', field: null, column: 'weight' })]: false };
    expect(read(cells, kept).texts).toEqual(cells);
  });

  it('merges spellings of words, as before', () => {
    expect(read(['Oak', 'Oak', 'oak ']).texts).toEqual(['Oak', 'Oak', 'Oak']);
  });
});
