import { describe, expect, it } from 'vitest';
import { errorsBy } from '#core/scorecard/errors-by.ts';
import { heldOutOf } from '../../support/held-out.ts';
import { hidden, reference } from './reference.ts';

describe('errors by what launches have in common', () => {
  it.each(['category', 'month'] as const)('are those of pandas, by %s', (dimension) => {
    const groups = errorsBy(hidden, dimension);
    const told = Object.entries(reference.groups[dimension]).filter(([, { count }]) => count >= 5);
    expect(groups.map(({ key }) => key).sort()).toEqual(told.map(([key]) => key).sort());
    for (const [key, { count, wape, bias }] of told) {
      const own = groups.find((group) => group.key === key)!;
      expect(own.count).toBe(count);
      expect(own.wape.expected).toBeCloseTo(wape, 12);
      expect(own.bias).toBeCloseTo(bias, 12);
      expect(own.wape.low80).toBeLessThanOrEqual(wape);
      expect(own.wape.high80).toBeGreaterThanOrEqual(wape);
    }
  });

  it('are those of quarters by price', () => {
    const bands = errorsBy(hidden, 'price');
    expect(bands).toHaveLength(4);
    bands.forEach(({ count, wape, key, to }, band) => {
      const told = reference.groups.band[String(band)]!;
      expect(count).toBe(told.count);
      expect(wape.expected).toBeCloseTo(told.wape, 12);
      expect(Number(key)).toBeLessThanOrEqual(to!);
    });
  });

  it('put equal prices into one band, and unknown ones into none', () => {
    const actual = Array.from({ length: 20 }, () => 10);
    const price = Float64Array.from(actual, (_, i) => (i < 6 ? NaN : 10));
    const [band, ...others] = errorsBy(heldOutOf({ actual, debut: actual }, { price }), 'price');
    expect(others).toEqual([]);
    expect(band).toMatchObject({ key: '10', to: 10, count: 14 });
  });

  it('leave out groups of too few launches, those without a name and those that sold nothing', () => {
    const category = Array.from('aaaaabbbb     ccccc', (name) => name.trim());
    const actual = category.map((name) => (name === 'c' ? 0 : 10));
    const heldOut = heldOutOf({ actual, debut: actual }, { category });
    expect(errorsBy(heldOut, 'category').map(({ key }) => key)).toEqual(['a']);
  });
});
