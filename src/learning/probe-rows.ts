import { outputCount, type NetShape, type TrainingRows } from '#core/model/net/net.ts';
import type { Random } from '#core/base/random.ts';

/** Returns random rows that use every term of the likelihood: the first head is Gaussian, the others are binomial. */
export function probeRows(shape: NetShape, rowCount: number, random: Random): TrainingRows {
  const headCount = shape.heads.length;
  const fill = (columns: number, value: (column: number) => number) =>
    Float32Array.from({ length: rowCount * columns }, (_, i) => value(i % columns));
  return {
    rowCount,
    x: fill(shape.inputs, () => 2 * random() - 1),
    phi: fill(outputCount(shape), () => 2 * random() - 1),
    soft: fill(headCount, (head) => (head === 0 ? 0 : 1 + random())),
    square: fill(headCount, (head) => (head === 0 ? 1 : 0)),
    target: fill(headCount, random),
    constant: fill(headCount, random),
  };
}
