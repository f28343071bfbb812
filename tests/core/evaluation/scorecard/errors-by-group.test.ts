import { describe, expect, it } from 'vitest';
import { errorsByGroup } from '#core/evaluation/scorecard/errors-by-group.ts';
import { heldOutOf } from '../../../support/held-out.ts';
import { hidden, reference } from './reference.ts';

describe('errors by what launches have in common', () => {
  it.each(['category', 'month'] as const)('are those of pandas, by %s', (dimension) => {
    const groups = errorsByGroup(hidden, dimension);
    const told = Object.entries(reference.groups[dimension]).filter(([, { count }]) => count >= 5);
    expect(groups.map(({ key }) => key).sort()).toEqual(told.map(([key]) => key).sort());
    for (const [key, { count, wape, above }] of told) {
      const own = groups.find((group) => group.key === key)!;
      expect(own.count).toBe(count);
      expect(own.wape.expected).toBeCloseTo(wape, 12);
      expect(own.above).toBeCloseTo(above, 12);
      expect(own.aboveRange[0]).toBeLessThanOrEqual(above);
      expect(own.wape.low80).toBeLessThanOrEqual(wape);
      expect(own.wape.high80).toBeGreaterThanOrEqual(wape);
    }
  });

  it('are those of quarters by price', () => {
    const bands = errorsByGroup(hidden, 'price');
    expect(bands).toHaveLength(4);
    bands.forEach(({ count, wape, key, to }, band) => {
      const told = reference.groups.band[String(band)]!;
      expect(count).toBe(told.count);
      expect(wape.expected).toBeCloseTo(told.wape, 12);
      expect(Number(key)).toBeLessThanOrEqual(to!);
    });
  });

  it('say nothing of sold-out launches that were expected to sell more', () => {
    const soldOut = [true, true, true, false, false, false];
    const heldOut = heldOutOf({
      actual: [9, 9, 9, 9, 9, 9],
      debut: [10, 10, 3, 3, 3, 12],
      soldOut,
    });
    expect(errorsByGroup(heldOut, 'category')[0]).toMatchObject({
      above: 0.75,
      count: 6,
      knownCount: 4,
    });
  });

  it('put equal prices into one band, and unknown ones into none', () => {
    const actual = Array.from({ length: 20 }, () => 10);
    const price = Float64Array.from(actual, (_, i) => (i < 6 ? NaN : 10));
    const [band, ...others] = errorsByGroup(
      heldOutOf({ actual, debut: actual }, { price }),
      'price',
    );
    expect(others).toEqual([]);
    expect(band).toMatchObject({ key: '10', to: 10, count: 14 });
  });

  it('leave out groups of too few launches, those without a name and those that sold nothing', () => {
    const category = Array.from('aaaaabbbb     ccccc', (name) => name.trim());
    const actual = category.map((name) => (name === 'c' ? 0 : 10));
    const heldOut = heldOutOf({ actual, debut: actual }, { category });
    expect(errorsByGroup(heldOut, 'category').map(({ key }) => key)).toEqual(['a']);
  });
});
