import { tensor2d, type Tensor2D } from '@tensorflow/tfjs-core';
import { outputCount, type NetShape, type TrainingRows } from '#core/model/net/net.ts';
import type { RowTensors } from './network.ts';

/**
 * Copies the rows at these indexes to the device: [indexes × inputs], [indexes × outputs] and [indexes × heads]. A
 * batch is so small that this costs less than keeping all rows there.
 */
export function rowTensors(
  rows: TrainingRows,
  shape: NetShape,
  indexes: ArrayLike<number>,
): RowTensors {
  const headCount = shape.heads.length;
  const pick = (matrix: Float32Array, columns: number) => pickRows(matrix, columns, indexes);
  return {
    x: pick(rows.x, shape.inputs),
    phi: pick(rows.phi, outputCount(shape)),
    soft: pick(rows.soft, headCount),
    square: pick(rows.square, headCount),
    target: pick(rows.target, headCount),
    constant: pick(rows.constant, headCount),
  };
}

function pickRows(matrix: Float32Array, columns: number, indexes: ArrayLike<number>): Tensor2D {
  const picked = new Float32Array(indexes.length * columns);
  for (let i = 0; i < indexes.length; i++) {
    const start = indexes[i]! * columns;
    picked.set(matrix.subarray(start, start + columns), i * columns);
  }
  return tensor2d(picked, [indexes.length, columns]);
}

/**
 * Throws Error where a matrix has another size than the shape says; otherwise training would silently use shifted
 * numbers.
 */
export function assertRowsFit(rows: TrainingRows, shape: NetShape): void {
  const columns = {
    x: shape.inputs,
    phi: outputCount(shape),
    soft: shape.heads.length,
    square: shape.heads.length,
    target: shape.heads.length,
    constant: shape.heads.length,
  };
  for (const [name, count] of Object.entries(columns) as [keyof typeof columns, number][]) {
    const expected = rows.rowCount * count;
    if (rows[name].length !== expected) {
      throw new Error(`expected ${expected} values in ${name}, got ${rows[name].length}`);
    }
  }
}
