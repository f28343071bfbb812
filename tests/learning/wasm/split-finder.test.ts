import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { bestSplits } from '#core/model/trees/best-splits.ts';
import { binRows } from '#core/model/trees/binned-rows.ts';
import { TreeGrower, type TreeRows } from '#core/model/trees/boosted-trees.ts';
import { openSplitFinder } from '#learning/wasm/split-finder.ts';

/** Words, marks and numbers, as trees read them; some columns are all alike. */
function rowsOf(rowCount: number, columns: number, seed: number): TreeRows {
  const random = seededRandom(seed);
  const x = Float32Array.from({ length: rowCount * columns }, (_, i) => {
    const kind = (i % columns) % 4;
    if (kind === 3) return 1;
    if (kind === 2) return random() - 0.5;
    return Number(random() < (kind === 0 ? 0.05 : 0.6));
  });
  const target = Float64Array.from({ length: rowCount }, () => random() - 0.5);
  const weight = Float64Array.from({ length: rowCount }, () => 0.2 + random());
  return { x, target, weight };
}

const LIMITS = { minLeafWeight: 3, leafPenalty: 1 };

describe('the search for splits in WASM', () => {
  it('finds the splits of the one in JavaScript, to the last bit', () => {
    fc.assert(
      fc.property(
        fc.record({
          rowCount: fc.integer({ min: 1, max: 300 }),
          columns: fc.integer({ min: 1, max: 9 }),
          depth: fc.integer({ min: 0, max: 4 }),
          seed: fc.nat(1e6),
        }),
        ({ rowCount, columns, depth, seed }) => {
          const { x, target, weight } = rowsOf(rowCount, columns, seed);
          const rows = binRows(x, rowCount);
          const random = seededRandom(seed + 1);
          const width = 2 ** depth;
          const level = {
            width,
            nodeOfRow: Int32Array.from({ length: rowCount }, () => Math.floor(random() * width)),
            slopes: { gradient: target, weight },
          };
          const asked = [...rows.columns.keys()].filter((c) => rows.columns[c]!.edges.length > 0);
          const finder = openSplitFinder(rows, LIMITS)!;
          expect(finder.bestSplits(level, asked)).toEqual(
            bestSplits(rows, level, { ...LIMITS, columns: asked }),
          );
        },
      ),
    );
  });

  it('grows the same trees, also in turn with those of other rows', () => {
    const settings = {
      ...{ rounds: 20, depth: 5, learningRate: 0.1, rowShare: 0.8, columnShare: 0.5 },
      ...LIMITS,
    };
    const [small, large] = [rowsOf(90, 12, 1), rowsOf(2_500, 30, 2)];
    const grow = (rows: TreeRows, isFast: boolean) =>
      new TreeGrower(rows, settings, isFast ? openSplitFinder : undefined).grow(seededRandom(3));
    const [slow, slowLarge] = [grow(small, false), grow(large, false)];
    const [fast, fastLarge] = [grow(small, true), grow(large, true)];
    for (let round = 0; round < settings.rounds; round++) {
      expect(fast.next().value).toEqual(slow.next().value);
      expect(fastLarge.next().value).toEqual(slowLarge.next().value);
    }
  });
});
