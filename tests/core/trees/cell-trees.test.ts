import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRandom } from '#core/random.ts';
import { growTrees, predictTrees } from '#core/trees/boosted-trees.ts';
import { CellTrees } from '#core/trees/cell-trees.ts';

const AXES = [5, 3, 2, 2];
const CELLS = 60;
const PRODUCT_COLUMNS = 4;

/** A wave of the week, the channel, promotion and price together, and one column that never changes. */
function cellValues(): Float32Array {
  return Float32Array.from(
    Array.from({ length: CELLS }, (_, cell) => {
      const week = Math.floor(cell / 12);
      const channel = Math.floor(cell / 4) % 3;
      const promotion = Math.floor(cell / 2) % 2;
      const factor = cell % 2;
      return [Math.sin(week), Number(channel === 1), 0.8 ** promotion * (1 + 0.1 * factor), 7];
    }).flat(),
  );
}

it('says of every cell what the trees say of it as a row', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const random = seededRandom(seed);
      const cells = cellValues();
      const count = 200;
      const rows = Array.from({ length: count }, () => {
        const cell = Math.floor(random() * CELLS);
        const product = Array.from({ length: PRODUCT_COLUMNS }, () => Math.round(3 * random()));
        return [...product, ...cells.subarray(cell * 4, (cell + 1) * 4)];
      });
      const target = Float64Array.from(
        rows,
        (row) => row[0]! * row[4]! + row[5]! - row[6]! + random(),
      );
      const x = Float32Array.from(rows.flat());
      const weight = new Float64Array(count).fill(1);
      const settings = { rounds: 8, depth: 4, learningRate: 0.3, rowShare: 0.8, columnShare: 0.8 };
      const grown = growTrees(
        { x, target, weight },
        { ...settings, minLeafWeight: 2, leafPenalty: 1 },
        random,
      );
      const trees = [...grown].at(-1)!;
      const product = Float32Array.from({ length: PRODUCT_COLUMNS }, () =>
        Math.round(3 * random()),
      );
      const asRows = Float32Array.from(
        Array.from({ length: CELLS }, (_, cell) => [
          ...product,
          ...cells.subarray(cell * 4, (cell + 1) * 4),
        ]).flat(),
      );
      const values = new CellTrees({ axes: AXES, values: cells }).valuesOf(trees, product);
      predictTrees(trees, asRows, CELLS).forEach((value, cell) =>
        expect(values[cell]).toBeCloseTo(value, 10),
      );
    }),
    { numRuns: 30 },
  );
});
