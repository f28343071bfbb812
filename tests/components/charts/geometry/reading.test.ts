import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestIndex, readOn } from '#components/charts/geometry/reading.ts';

const KEYS = [
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  ...['PageUp', 'PageDown', 'Home', 'End'],
];

describe('readOn', () => {
  it('goes along a row, and no further than its ends', () => {
    const row = { count: 24 };
    expect(readOn('ArrowRight', 3, row)).toBe(4);
    expect(readOn('ArrowLeft', 0, row)).toBe(0);
    expect(readOn('ArrowUp', 3, row)).toBe(4);
    expect(readOn('PageUp', 3, row)).toBe(5);
    expect(readOn('PageUp', 23, row)).toBe(23);
    expect(readOn('Home', 3, row)).toBe(0);
    expect(readOn('End', 3, row)).toBe(23);
  });

  it('goes through rows and columns', () => {
    const grid = { count: 15, columns: 5 };
    expect(readOn('ArrowDown', 7, grid)).toBe(12);
    expect(readOn('ArrowDown', 12, grid)).toBe(12);
    expect(readOn('ArrowUp', 7, grid)).toBe(2);
    expect(readOn('ArrowRight', 9, grid)).toBe(9);
    expect(readOn('Home', 7, grid)).toBe(5);
    expect(readOn('End', 7, grid)).toBe(9);
  });

  it('leaves other keys alone', () => {
    for (const key of ['Tab', 'Enter', 'a', 'Escape', 'constructor'])
      expect(readOn(key, 3, { count: 24 })).toBeNull();
  });

  it('never leaves the data', () => {
    const size = fc.record({ count: fc.integer({ min: 1, max: 300 }) });
    const columns = fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined });
    fc.assert(
      fc.property(size, columns, fc.nat(), fc.constantFrom(...KEYS), (of, wide, from, key) => {
        const grid = wide === undefined ? of : { ...of, columns: wide };
        const next = readOn(key, from % of.count, grid);
        expect(next).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThan(of.count);
      }),
    );
  });
});

describe('nearestIndex', () => {
  it('finds what a search through all finds', () => {
    const places = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 });
    fc.assert(
      fc.property(places, fc.double({ min: -60, max: 60, noNaN: true }), (given, value) => {
        const ascending = given.toSorted((a, b) => a - b);
        const found = ascending[nearestIndex(ascending, value)!]!;
        const least = Math.min(...ascending.map((place) => Math.abs(place - value)));
        expect(Math.abs(found - value)).toBe(least);
      }),
    );
    expect(nearestIndex([], 3)).toBeNull();
  });
});
