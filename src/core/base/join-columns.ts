/**
 * Returns each row of a matrix followed by the same row of another one, [rows × (columns of x + those taken of
 * `more`)].
 * @param x [rows × columns], row-major, as is `more`
 * @param from first column that is taken of the other one
 */
export function joinColumns(
  x: Float32Array,
  more: Float32Array,
  rowCount: number,
  from = 0,
): Float32Array {
  const [own, other] = [x.length / rowCount, more.length / rowCount];
  const width = own + other - from;
  const joined = new Float32Array(rowCount * width);
  for (let row = 0; row < rowCount; row++) {
    joined.set(x.subarray(row * own, (row + 1) * own), row * width);
    joined.set(more.subarray(row * other + from, (row + 1) * other), row * width + own);
  }
  return joined;
}
