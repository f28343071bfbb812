import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitsAxis } from '#components/charts/geometry/units-axis.ts';

describe('an axis of units', () => {
  it('is linear where the values are alike', () => {
    const axis = unitsAxis([80, 120, 190, 160, 97, 134]);
    expect(axis.isRoot).toBe(false);
    expect(axis.at(100) - axis.at(0)).toBeCloseTo(axis.at(200) - axis.at(100), 12);
  });

  it('is of square roots where most would lie on one spot', () => {
    const axis = unitsAxis([21, 40, 60, 90, 170, 50, 3533, 3000, 1500, 4200]);
    expect(axis.isRoot).toBe(true);
    expect(axis.ticks).toEqual([0, 500, 2000, 5000]);
    expect(axis.at(5000)).toBe(1);
    expect(axis.at(1250)).toBeCloseTo(0.5, 12);
  });

  it('leaves room between its ticks', () => {
    for (const highest of [1000, 2000, 2400, 5000]) {
      const { at, ticks } = unitsAxis([21, 40, 60, highest]);
      const gaps = ticks.slice(1).map((tick, i) => at(tick) - at(ticks[i]!));
      expect(Math.min(...gaps)).toBeGreaterThan(0.15);
    }
  });

  it('keeps order, within its ends, with ascending whole ticks', () => {
    const units = fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(units, (values) => {
        const { at, ticks, isRoot } = unitsAxis(values);
        const places = values.toSorted((a, b) => a - b).map(at);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const place of places) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(1);
        }
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks).toEqual([...new Set(ticks)].toSorted((a, b) => a - b));
        expect(at(ticks.at(-1)!)).toBe(1);
        if (isRoot) expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('has a length without values', () => {
    expect(unitsAxis([]).ticks.length).toBeGreaterThan(1);
    expect(unitsAxis([0, 0]).at(0)).toBe(0);
  });
});
