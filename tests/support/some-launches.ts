import type { LaunchTable } from '#core/launch/launch-table.ts';

/** Returns some rows of a table, in this order. */
export function someLaunches(table: LaunchTable, rows: Uint32Array): LaunchTable {
  const picked = Object.entries(table).map(([name, value]): [string, unknown] => {
    if (value instanceof Float64Array) return [name, Float64Array.from(rows, (row) => value[row]!)];
    if (Array.isArray(value)) return [name, ofList(value as unknown[], rows)];
    if (name !== 'attributes') return [name, value];
    const attributes = Object.entries(table.attributes);
    return [name, Object.fromEntries(attributes.map(([key, own]) => [key, ofList(own, rows)]))];
  });
  return { ...(Object.fromEntries(picked) as unknown as LaunchTable), rowCount: rows.length };
}

/** Picks rows of a list. A list of columns, such as units by week, has rows within each column. */
function ofList(list: readonly unknown[], rows: Uint32Array): unknown[] {
  if (list[0] instanceof Float64Array)
    return (list as readonly Float64Array[]).map((column) =>
      Float64Array.from(rows, (row) => column[row]!),
    );
  return Array.from(rows, (row) => list[row]);
}
