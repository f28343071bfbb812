import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import {
  neverSoldFinder,
  type NeverSoldBasis,
  type NicheLevel,
} from '#core/model/never-sold/never-sold.ts';

const CATEGORIES = ['Lamps', 'Rugs', 'Vases', 'Frames', 'Bowls'];
const LEVELS = [1, 2, 3, 4, 5];
const residuals = Float64Array.from([-0.2, -0.1, 0, 0.1, 0.2]);

/** Categories whose log units are 1–5; a product of their niche sells twenty times as much. */
function shop(count = CATEGORIES.length): NeverSoldBasis {
  const random = seededRandom(5);
  const names = CATEGORIES.slice(0, count);
  const category = Array.from({ length: 200 }, (_, i) => names[i % count]!);
  const launches = {
    category,
    actions: new Float32Array(category.length).fill(1),
    logPrice: new Float64Array(category.length).fill(NaN),
    logUnits: Float64Array.from(
      category,
      (name) => LEVELS[CATEGORIES.indexOf(name)]! + 0.1 * (random() - 0.5),
    ),
  };
  const nicheOf = (name: string): NicheLevel | null => {
    const level = name === 'Trays' ? 4.5 : LEVELS[CATEGORIES.indexOf(name)];
    return level === undefined ? null : { logUnits: level + Math.log(20), logPrice: NaN };
  };
  return { launches, residuals, nicheOf };
}

describe('a category that was never sold', () => {
  it('is expected where its niche lies among those that the shop sells', () => {
    const found = neverSoldFinder(shop())('Trays')!;
    // The middle category is 3; the prior of one half holds back a little.
    expect(found.shift).toBeGreaterThan(1);
    expect(found.shift).toBeLessThan(1.6);
    expect(found.nicheShare).toBeCloseTo(1 / 20, 2);
    expect(found.categories).toBe(5);
  });

  it('may differ as much as the others where no file tells of its niche', () => {
    const found = neverSoldFinder(shop())('Clocks')!;
    expect(found.shift).toBeCloseTo(0, 1);
    expect(found.nicheShare).toBeNull();
    expect(found.scale).toBeGreaterThan(neverSoldFinder(shop())('Trays')!.scale);
  });

  it('needs the niches of three categories that were sold', () => {
    const { nicheOf, ...basis } = shop();
    const few = (name: string) =>
      ['Lamps', 'Rugs', 'Trays'].includes(name) ? nicheOf(name) : null;
    expect(neverSoldFinder({ ...basis, nicheOf: few })('Trays')!.nicheShare).toBeNull();
  });

  it('is not told where the shop knows fewer than three categories', () => {
    expect(neverSoldFinder(shop(2))('Trays')).toBeNull();
  });

  it('is none that was sold, nor one without a name', () => {
    const find = neverSoldFinder(shop());
    expect(find('Lamps')).toBeNull();
    expect(find('')).toBeNull();
  });

  it('is as wide as launches of a category differ, where residuals are narrower', () => {
    const { launches, ...basis } = shop();
    const logUnits = launches.logUnits.map((log, i) => log + (i % 2 === 0 ? 1 : -1));
    const wide = neverSoldFinder({ ...basis, launches: { ...launches, logUnits } })('Trays')!;
    expect(wide.scale ** 2 - neverSoldFinder(shop())('Trays')!.scale ** 2).toBeGreaterThan(0.8);
  });
});
