// Encoded products are mostly zeros, so past ones are kept by what is not.

/** Row i has values[starts[i]] up to values[starts[i + 1]] in these columns, and 0 elsewhere. */
export interface SparseRows {
  readonly width: number;
  /** [rows + 1] */
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly values: Float32Array;
}

export function sparseRows(matrix: Float32Array, rows: number): SparseRows {
  const width = matrix.length / rows;
  const places = [...matrix.keys()].filter((place) => matrix[place] !== 0);
  const starts = new Uint32Array(rows + 1);
  for (const place of places) starts[Math.floor(place / width) + 1]! += 1;
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
  return {
    width,
    starts,
    columns: Uint16Array.from(places, (place) => place % width),
    values: Float32Array.from(places, (place) => matrix[place]!),
  };
}

/** Returns the matrix, [rows × width]. */
export function denseRows({ width, starts, columns, values }: SparseRows): Float32Array {
  const rows = starts.length - 1;
  const matrix = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++)
      matrix[row * width + columns[at]!] = values[at]!;
  return matrix;
}
