import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointGrid } from '#components/charts/geometry/point-grid.ts';

const SIZE = { width: 200, height: 100 };
const place = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: 0, max: 200, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
const points = fc.array(fc.tuple(place, place), { maxLength: 60 });

const gridOf = (given: readonly (readonly [number, number])[]) =>
  pointGrid(
    Float64Array.from(given, ([x]) => x),
    Float64Array.from(given, ([, y]) => y / 2),
    SIZE,
  );

describe('pointGrid', () => {
  it('finds the point that a search through all finds, within reach', () => {
    const at = fc.tuple(fc.double({ min: 0, max: 200, noNaN: true }), fc.nat(100));
    fc.assert(
      fc.property(points, at, (given, [x, y]) => {
        const distances = given.map(([px, py]) => Math.hypot(px - x, py / 2 - y));
        const within = distances.filter((distance) => distance < 24);
        const found = gridOf(given).nearest(x, y);
        if (within.length === 0) expect(found).toBeNull();
        else expect(distances[found!]).toBeCloseTo(Math.min(...within), 9);
      }),
    );
  });

  it('lists each point that lies somewhere once, from left to right', () => {
    fc.assert(
      fc.property(points, (given) => {
        const across = [...gridOf(given).across];
        const placed = given.flatMap(([x, y], i) => (Number.isNaN(x + y) ? [] : [i]));
        expect([...across].sort((a, b) => a - b)).toEqual(placed);
        const pixels = across.map((i) => Math.round(given[i]![0]));
        expect(pixels).toEqual(pixels.toSorted((a, b) => a - b));
      }),
    );
  });
});
