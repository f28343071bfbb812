import { describe, expect, it } from 'vitest';
import { cellAt } from '#core/import/csv/coded-column.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { dayFromCalendar, isoDate } from '#core/base/dates.ts';
import { findingKey } from '#core/import/csv/treatments.ts';
import { readAttribute } from '#core/import/table/read-attribute.ts';
import { textRows } from '../../../support/text-rows.ts';

/** From 2 March. */
const DATES = Array.from({ length: 10 }, (_, i) => isoDate(dayFromCalendar(2024, 3, 2 + i)));
const LAUNCH_DAY = dayFromCalendar(2024, 4, 1);

function read(cells: readonly string[], treatments = {}, decimal: ',' | '.' = '.') {
  const log = new IssueLog(treatments);
  const rows = textRows(
    ['weight', 'title'],
    cells.map((cell) => [cell, 'Mug']),
  );
  const days = Float64Array.from(cells, () => LAUNCH_DAY);
  const launch = { days, order: 'month-first' as const };
  const column = readAttribute({ rows, header: 'weight', log, decimal, launch });
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

  it('makes dates days before the launch, in the order of the launch dates where none shows it', () => {
    expect(read(['2024-03-02', '', 'open', ...DATES]).texts).toEqual([
      ...['30 days before launch', '', ''],
      ...DATES.map((_, i) => `${30 - i} days before launch`),
    ]);
    expect(read(['03/02/2024']).texts).toEqual(['30 days before launch']);
  });

  it('keeps lists of dates', () => {
    expect(read(['2024-03-02, 2024-05-02', '2024-03-02']).texts).toEqual([
      ...['2024-03-02, 2024-05-02', '2024-03-02'],
    ]);
  });

  it('merges spellings of words, as before', () => {
    expect(read(['Oak', 'Oak', 'oak ']).texts).toEqual(['Oak', 'Oak', 'Oak']);
  });
});
