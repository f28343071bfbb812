import { describe, expect, it } from 'vitest';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { Column } from '#core/import/columns/column.ts';
import { launchColumns, launchTableFrom } from '#core/import/columns/launch-columns.ts';
import { launchTable } from '../../../support/launch-table.ts';

/** Reads the columns of a table but for some; what is not there is read as a column without an entry. */
function columnsOf(table: LaunchTable, except: readonly string[] = []) {
  const columns = new Map(launchColumns(table).map(({ name, column }) => [name, column]));
  return (name: string, kind: Column['kind']): Column => {
    const column = except.includes(name) ? undefined : columns.get(name);
    if (column) return column;
    return kind === 'number' ? { kind, values: new Float64Array() } : { kind, values: [] };
  };
}

const plain = launchTable([{ title: 'Mug', units: 3 }, { title: 'Plate' }]);

describe('launchColumns and launchTableFrom', () => {
  it('take a table apart and put it together again, attributes called like fields included', () => {
    const table = { ...plain, attributes: { title: ['a', 'b'], __proto__x: ['c', ''] } };
    const names = Object.keys(table.attributes);
    expect(launchTableFrom(columnsOf(table), names, table.rowCount)).toEqual(table);
  });

  it('keep units by week, and none where none are kept', () => {
    const weeklyUnits = Array.from({ length: 12 }, (_, week) => Float64Array.of(week, NaN));
    const table = { ...plain, weeklyUnits };
    expect(launchTableFrom(columnsOf(table), [], table.rowCount)).toEqual(table);
    expect(launchTableFrom(columnsOf(plain), [], plain.rowCount)).not.toHaveProperty('weeklyUnits');
  });

  it('read a column of numbers that was never kept as one without figures', () => {
    expect(launchTableFrom(columnsOf(plain, ['rating']), [], plain.rowCount)).toEqual(plain);
  });
});
