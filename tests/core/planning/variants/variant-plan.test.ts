import { describe, expect, it } from 'vitest';
import { NO_VARIANTS } from '#core/launch/product-variants.ts';
import { learnVariants } from '#core/planning/variants/learn-variants.ts';
import { planVariants } from '#core/planning/variants/variant-plan.ts';
import { soldVariants } from '#core/planning/variants/variant-launch.ts';

const curves = learnVariants(
  Array.from({ length: 20 }, (_, i) => ({
    ...{ category: 'Dresses', day: 20_000 + i, isSoldOut: false },
    variants: soldVariants(
      'S / Red: 5; M / Red: 12; L / Red: 6; S / Black: 8; M / Black: 20; L / Black: 9',
    ),
  })),
);
const product = { category: 'Dresses', day: 20_100 };
const request = { curves, product, demand: [60, 90, 130], stock: 96 };
const variants = { ...NO_VARIANTS, sizes: ['S', 'M', 'L'], options: ['Red', 'Black'] };

describe('planVariants', () => {
  it('splits the whole stock, most to what sold most, with ranges around the shares', () => {
    const plan = planVariants({ ...request, variants })!;
    expect(plan.units).toBe(96);
    const most = plan.rows.reduce((a, b) => (b.units > a.units ? b : a));
    expect(most.name).toBe('M / Black');
    for (const { low80, share, high80 } of plan.rows) {
      expect(low80).toBeLessThan(share);
      expect(high80).toBeGreaterThan(share);
    }
  });

  it('keeps what the seller set, and splits the rest', () => {
    const set = { ...variants, units: { 'M / Black': 10, 'Gone / Black': 5 } };
    const plan = planVariants({ ...request, variants: set })!;
    const own = plan.rows.find(({ name }) => name === 'M / Black')!;
    expect(own).toMatchObject({ units: 10, isSet: true });
    expect(plan.units).toBe(96);
  });

  it('counts packs of one variant, and assortment packs', () => {
    const packed = planVariants({ ...request, variants: { ...variants, packSize: 6 } })!;
    expect(packed.rows.every(({ units, packs }) => units === packs! * 6)).toBe(true);
    expect(packed.units).toBe(96);
    const assorted = planVariants({
      ...request,
      variants: { ...variants, assortment: [1, 2, 1] },
    })!;
    expect(assorted.units).toBe(96);
    expect(assorted.packs.map(({ count }) => count).reduce((a, b) => a + b)).toBe(24);
    expect(assorted.packs[1]!.count).toBeGreaterThan(assorted.packs[0]!.count);
    expect(assorted.rows[0]).toMatchObject({ packs: null });
  });

  it('parts the share of a variant that has two names, and has a range for each', () => {
    for (const options of [
      ['Red', 'rot'],
      ['Red', 'rot', 'Black'],
    ]) {
      const plan = planVariants({ ...request, variants: { ...NO_VARIANTS, options } })!;
      const [red, rot, black] = plan.rows;
      expect(rot!.share).toBeCloseTo(red!.share, 12);
      expect(red!.low80).toBeGreaterThan(0);
      expect(red!.high80).toBeGreaterThanOrEqual(red!.share);
      expect(Math.abs(red!.units - rot!.units)).toBeLessThanOrEqual(1);
      // As with one name for red: about 23 of 60 units were red.
      if (black) expect(black.share).toBeGreaterThan(0.55);
    }
  });

  it('is none for fewer than two variants', () => {
    expect(planVariants({ ...request, variants: NO_VARIANTS })).toBeNull();
    expect(planVariants({ ...request, variants: { ...NO_VARIANTS, sizes: ['M'] } })).toBeNull();
  });
});
