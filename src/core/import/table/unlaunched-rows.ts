import { cellAt } from '../csv/coded-column.ts';
import { IssueLog } from '../csv/issue-log.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { isTotalRow } from '../csv/total-row.ts';
import { readNumberColumns } from '../columns/read-columns.ts';
import type { Recipe } from '../recipe/recipe.ts';

/** Returns the rows of a file of launches that have no result: products that are still to launch. */
export function unlaunchedRows(rows: TextRows, { mapping, treatments }: Recipe): TextRows {
  const { units, orders } = readNumberColumns({ rows, mapping, log: new IssueLog(treatments) });
  const cellsOf = (index: number) =>
    Array.from(rows.columns.values(), (column) => cellAt(column, index));
  return rowsAt(
    rows,
    [...rows.rowNumbers.keys()].filter(
      (index) =>
        Number.isNaN(units[index]) && Number.isNaN(orders[index]) && !isTotalRow(cellsOf(index)),
    ),
  );
}

function rowsAt(rows: TextRows, indices: readonly number[]): TextRows {
  const pick = (values: Float64Array) => Float64Array.from(indices, (index) => values[index]!);
  const columns = [...rows.columns].map(
    ([header, { texts, codes }]) =>
      [header, { texts, codes: Uint32Array.from(indices, (index) => codes[index]!) }] as const,
  );
  return {
    headers: rows.headers,
    columns: new Map(columns),
    rowNumbers: pick(rows.rowNumbers),
    fingerprints: pick(rows.fingerprints),
  };
}
