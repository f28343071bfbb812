/** A mixed-integer linear program. Row r has the columns indices[starts[r]] up to indices[starts[r + 1]]. */
export interface LinearProgram {
  readonly columnCount: number;
  /** The first columns are 0 or 1; the others are 0 or more. */
  readonly wholeCount: number;
  /** Coefficients of the objective, which is maximised. */
  readonly costs: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** lower ≤ Σ value × column ≤ upper */
export interface ProgramRow {
  readonly lower: number;
  readonly upper: number;
  readonly entries: readonly (readonly [column: number, value: number])[];
}

/** Packs rows as a program holds them. */
export function packedRows(
  rows: readonly ProgramRow[],
): Pick<LinearProgram, 'rowLower' | 'rowUpper' | 'starts' | 'indices' | 'values'> {
  const count = rows.reduce((all, { entries }) => all + entries.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(count);
  const values = new Float64Array(count);
  let next = 0;
  rows.forEach(({ entries }, r) => {
    for (const [column, value] of entries) {
      indices[next] = column;
      values[next++] = value;
    }
    starts[r + 1] = next;
  });
  return {
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    ...{ starts, indices, values },
  };
}
