import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinColumns } from '#core/base/join-columns.ts';
import { joinedInputs } from '#core/model/blend/blend.ts';
import { seededRandom, type Random } from '#core/base/random.ts';
import { predictTrees, TreeGrower, type BoostedTrees } from '#core/model/trees/boosted-trees.ts';
import { meansOfRows } from '#core/model/trees/level-means.ts';
import { treesUnderActions, treesUnderAnyActions } from '#core/model/trees/product-trees.ts';

const INPUTS = 4;
const BASIS = 4;

/** Whole numbers, so that many fall on one side of a threshold together; the constant first where they are actions. */
function draw(random: Random, count: number, from: number): number[] {
  return Array.from({ length: count }, (_, i) => (i < from ? 1 : Math.round(3 * random())));
}

/** Grows trees that may read means of levels, as which the first inputs are taken. */
function grow(random: Random, depth: number, hasMeans: boolean): BoostedTrees {
  const rows = Array.from({ length: 200 }, () => draw(random, INPUTS + BASIS - 1, 0));
  const target = Float64Array.from(rows, (row) => row[0]! * row[4]! + row[5]! - row[6]! + random());
  const lessons = {
    x: Float32Array.from(rows.flat()),
    target,
    weight: new Float64Array(200).fill(1),
  };
  const settings = { rounds: 8, depth, learningRate: 0.3, rowShare: 0.8, columnShare: 0.8 };
  const limits = { ...settings, minLeafWeight: 2, leafPenalty: 1 };
  if (!hasMeans) return lastOf(new TreeGrower(lessons, limits), random);
  const levels = [0, 0.3, 0.7, 1.2];
  const means = {
    first: INPUTS + BASIS - 1,
    texts: [{ from: 0, values: Float32Array.from(levels), usual: random() }],
  };
  const x = joinColumns(lessons.x, meansOfRows(means, lessons.x), 200);
  return { ...lastOf(new TreeGrower({ ...lessons, x }, limits), random), means };
}

function lastOf(grower: TreeGrower, random: Random): BoostedTrees {
  return [...grower.grow(random)].at(-1)!;
}

/** The first column tells weeks apart, the last offers; the one between them either both or, like the first, weeks alone. */
function weeklyActions(
  random: Random,
  { weeks, offers, isMixed }: { weeks: number; offers: number; isMixed: boolean },
): number[][] {
  const ofOffers = Array.from({ length: offers }, () => Math.round(3 * random()));
  return Array.from({ length: weeks }, () => {
    const [, ofWeek, both] = draw(random, BASIS, 1);
    return ofOffers.map((ofOffer) => [
      1,
      ofWeek!,
      isMixed ? Math.round(3 * random()) : both!,
      ofOffer,
    ]);
  }).flat();
}

it('says of every action what the trees say of it beside the product', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      fc.boolean(),
      (seed, depth, weeks, offers, isMixed, hasMeans) => {
        const actions = weeks * offers;
        const random = seededRandom(seed);
        const trees = grow(random, depth, hasMeans);
        const x = Float32Array.from(draw(random, INPUTS, 0));
        const phi = Float32Array.from(weeklyActions(random, { weeks, offers, isMixed }).flat());
        const tiled = Float32Array.from(Array.from({ length: actions }, () => [...x]).flat());
        const asRows = predictTrees(trees, joinedInputs(tiled, phi, actions), actions);
        const ofProduct = treesUnderActions(trees, { phi, basis: BASIS, offers }, INPUTS)(x);
        const all = Uint32Array.from({ length: actions }, (_, action) => action);
        expect(ofProduct(all)).toEqual(asRows);
        const some = all.filter((action) => action % 3 === 1).reverse();
        expect([...ofProduct(some)]).toEqual(Array.from(some, (action) => asRows[action]));
        const ofAny = treesUnderAnyActions(trees, INPUTS)(x);
        expect(ofAny({ phi, basis: BASIS })).toEqual(asRows);
        const last = phi.subarray(-BASIS); // all columns are common
        expect([...ofAny({ phi: last, basis: BASIS })]).toEqual([asRows.at(-1)]);
      },
    ),
    { numRuns: 50 },
  );
});

it('says what it cannot do', () => {
  const trees = { base: 0, depth: 6, column: new Int32Array(63), threshold: new Float32Array(63) };
  expect(() =>
    treesUnderActions(
      { ...trees, leaf: new Float32Array(64) },
      { phi: new Float32Array(4), basis: 4, offers: 1 },
      1,
    ),
  ).toThrow('expected trees of at most 32 leaves, got 64');
});
