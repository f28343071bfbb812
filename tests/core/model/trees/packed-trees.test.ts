import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import { nodeCount, type BoostedTrees } from '#core/model/trees/boosted-trees.ts';
import { packTrees, unpackTrees } from '#core/model/trees/packed-trees.ts';

const anyTrees: fc.Arbitrary<BoostedTrees> = fc
  .record({ depth: fc.integer({ min: 1, max: 3 }), count: fc.nat(12) })
  .chain(({ depth, count }) => {
    const nodes = { minLength: count * nodeCount(depth), maxLength: count * nodeCount(depth) };
    const leaves = { minLength: count * 2 ** depth, maxLength: count * 2 ** depth };
    const threshold = fc.oneof(
      fc.constantFrom(0, 0.5, Math.fround(0.1)),
      fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    );
    return fc.record({
      base: fc.double({ noNaN: true }),
      depth: fc.constant(depth),
      column: fc.array(fc.integer({ min: -1, max: 4 }), nodes).map((all) => Int32Array.from(all)),
      threshold: fc.array(threshold, nodes).map((all) => Float32Array.from(all)),
      leaf: fc.float32Array({ ...leaves, noNaN: true }).map(roundToHalf),
    });
  });

it('gives every tree back as it was, the least bit of its thresholds too', () => {
  fc.assert(
    fc.property(anyTrees, (trees) => {
      expect(unpackTrees(packTrees(trees))).toEqual(trees);
    }),
  );
});

it('keeps the means that trees read', () => {
  const trees = {
    ...{ base: 0, depth: 1, column: Int32Array.of(2), threshold: Float32Array.of(0.5) },
    leaf: Float32Array.of(1, 2),
    means: { first: 2, texts: [{ from: 0, values: Float32Array.of(0.1, 0.7), usual: 0.3 }] },
  };
  expect(unpackTrees(packTrees(trees))).toEqual(trees);
});

it('rounds the leaves of trees that never were rounded, and nothing else', () => {
  const trees = {
    ...{ base: 0.1, depth: 1, column: Int32Array.of(7) },
    threshold: Float32Array.of(0.1),
    leaf: Float32Array.of(0.1, 1e9),
  };
  const back = unpackTrees(packTrees(trees));
  expect(back).toEqual({ ...trees, leaf: roundToHalf(trees.leaf) });
});

it('writes a split once, however often it occurs', () => {
  const packed = packTrees({
    ...{ base: 0, depth: 1, column: Int32Array.of(2, -1, 2, 2, 3) },
    threshold: Float32Array.of(0.5, 0, 0.5, 0.25, 0.5),
    leaf: new Float32Array(10),
  });
  expect(packed.column).toEqual(Int32Array.of(2, -1, 2, 3));
  expect(packed.threshold).toEqual(Float32Array.of(0.5, 0, 0.25, 0.5));
  expect(packed.split).toEqual(Uint16Array.of(0, 1, 0, 2, 3));
});

it('still tells splits apart where there are more than 16 bits can number', () => {
  const count = 2 ** 16 + 1;
  const trees = {
    ...{ base: 0, depth: 1, column: Int32Array.from({ length: count }, (_, k) => k) },
    threshold: new Float32Array(count),
    leaf: new Float32Array(2 * count),
  };
  expect(unpackTrees(packTrees(trees)).column).toEqual(trees.column);
});
