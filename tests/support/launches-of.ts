import type { LaunchTable } from '#core/launch/launch-table.ts';

/** Returns some launches of a table as a table of their own. Each keeps its crowding among all of them. */
export function launchesOf(table: LaunchTable, rows: ArrayLike<number>): LaunchTable {
  return { ...(pick(table, rows) as LaunchTable), rowCount: rows.length };
}

/** Picks rows of every column. An object holds columns by name. */
function pick(columns: unknown, rows: ArrayLike<number>): unknown {
  if (columns instanceof Float64Array) return Float64Array.from(rows, (row) => columns[row]!);
  if (Array.isArray(columns) && columns[0] instanceof Float64Array)
    return columns.map((column) => pick(column, rows));
  if (Array.isArray(columns)) return Array.from(rows, (row) => columns[row] as unknown);
  if (typeof columns !== 'object' || columns === null) return columns;
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, pick(column, rows)]),
  );
}
