import { describe, expect, it } from 'vitest';
import { launchColumns, launchTableFrom } from '#core/table/launch-columns.ts';
import { launchTable } from '../../support/launch-table.ts';

describe('launchColumns and launchTableFrom', () => {
  it('take a table apart and put it together again, attributes called like fields included', () => {
    const plain = launchTable([{ title: 'Mug', units: 3 }, { title: 'Plate' }]);
    const table = { ...plain, attributes: { title: ['a', 'b'], __proto__x: ['c', ''] } };
    const columns = new Map(launchColumns(table).map(({ name, column }) => [name, column]));
    const rebuilt = launchTableFrom(
      (name) => columns.get(name)!,
      Object.keys(table.attributes),
      table.rowCount,
    );
    expect(rebuilt).toEqual(table);
  });

  it('read a column of numbers that was never kept as one without figures', () => {
    const table = launchTable([{ title: 'Mug', units: 3 }, { title: 'Plate' }]);
    const columns = new Map(launchColumns(table).map(({ name, column }) => [name, column]));
    const kept = (name: string) =>
      name === 'rating'
        ? { kind: 'number' as const, values: new Float64Array() }
        : columns.get(name)!;
    expect(launchTableFrom(kept, [], table.rowCount)).toEqual(table);
  });
});
