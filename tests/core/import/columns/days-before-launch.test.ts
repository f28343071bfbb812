import { describe, expect, it } from 'vitest';
import { cellAt, codedColumn } from '#core/import/csv/coded-column.ts';
import { readMeasures } from '#core/import/values/read-measure.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { datesAsDays, daysBeforeLaunch } from '#core/import/columns/days-before-launch.ts';

const LAUNCH = dayFromCalendar(2024, 6, 1);
const launched = (count: number) => ({ days: new Float64Array(count).fill(LAUNCH), order: null });

function daysOf(...cells: readonly string[]) {
  const column = daysBeforeLaunch(codedColumn(cells), launched(cells.length));
  return column && cells.map((_, row) => cellAt(column, row));
}

describe('daysBeforeLaunch', () => {
  it('counts from the date to the launch, below 0 after it', () => {
    expect(daysOf('2024-05-02', '2024-06-01', '', '2024-06-11')).toEqual([
      ...['30 days before launch', '0 days before launch', '', '-10 days before launch'],
    ]);
  });

  it('counts the same date for each launch, and nothing without a launch day', () => {
    const launch = { days: Float64Array.of(LAUNCH, LAUNCH + 5, NaN), order: null };
    const cells = codedColumn(Array<string>(3).fill('2024-05-02'));
    const column = daysBeforeLaunch(cells, launch)!;
    expect([0, 1, 2].map((row) => cellAt(column, row))).toEqual([
      ...['30 days before launch', '35 days before launch', ''],
    ]);
  });

  it('gives numbers of one unit', () => {
    const { values, scale } = readMeasures(daysOf('2024-05-02', '', '2024-06-11')!, '.')!;
    expect(values).toEqual(Float64Array.of(30, NaN, -10));
    expect(scale.unit).toBe('days before launch');
  });

  it('leaves other columns alone', () => {
    expect(daysOf('Oak', 'Elm')).toBeNull();
    expect(daysOf('30', '45')).toBeNull();
  });
});

describe('datesAsDays', () => {
  it('changes dates only', () => {
    expect(datesAsDays(['2024-05-02', '45', '', 'open'], launched(4))).toEqual([
      ...['30 days before launch', '45', '', 'open'],
    ]);
    const placeholders = ['1900-01-01', '1970-01-01', '2099-12-31'];
    expect(datesAsDays(placeholders, launched(3))).toEqual(['', '', '']);
    const unknown = { days: Float64Array.of(NaN), order: null };
    expect(datesAsDays(['2024-05-02'], unknown)).toEqual(['']);
  });
});
