import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinedInputs } from '#core/model/blend.ts';
import { seededRandom, type Random } from '#core/random.ts';
import { growTrees, predictTrees, type BoostedTrees } from '#core/trees/boosted-trees.ts';
import { valuesUnderActions } from '#core/trees/product-trees.ts';

const INPUTS = 4;
const BASIS = 4;

/** Whole numbers, so that many fall on one side of a threshold together; the constant first where they are actions. */
function draw(random: Random, count: number, from: number): number[] {
  return Array.from({ length: count }, (_, i) => (i < from ? 1 : Math.round(3 * random())));
}

function grow(random: Random, depth: number): BoostedTrees {
  const rows = Array.from({ length: 200 }, () => draw(random, INPUTS + BASIS - 1, 0));
  const target = Float64Array.from(rows, (row) => row[0]! * row[4]! + row[5]! - row[6]! + random());
  const lessons = {
    x: Float32Array.from(rows.flat()),
    target,
    weight: new Float64Array(200).fill(1),
  };
  const settings = { rounds: 8, depth, learningRate: 0.3, rowShare: 0.8, columnShare: 0.8 };
  return [...growTrees(lessons, { ...settings, minLeafWeight: 2, leafPenalty: 1 }, random)].at(-1)!;
}

it('says of every action what the trees say of it beside the product', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 40 }),
      (seed, depth, actions) => {
        const random = seededRandom(seed);
        const trees = grow(random, depth);
        const x = Float32Array.from(draw(random, INPUTS, 0));
        const phi = Float32Array.from(
          Array.from({ length: actions }, () => draw(random, BASIS, 1)).flat(),
        );
        const tiled = Float32Array.from(Array.from({ length: actions }, () => [...x]).flat());
        const asRows = predictTrees(trees, joinedInputs(tiled, phi, actions), actions);
        expect(valuesUnderActions(trees, x, { phi, basis: BASIS })).toEqual(asRows);
      },
    ),
    { numRuns: 50 },
  );
});
