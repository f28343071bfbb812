import { describe, expect, it } from 'vitest';
import { learnVariants } from '#core/planning/variants/learn-variants.ts';
import { variantParts } from '#core/planning/variants/variant-parts.ts';
import { variantShares } from '#core/planning/variants/variant-shares.ts';
import { soldVariants } from '#core/planning/variants/variant-launch.ts';

const launch = (cell: string, category = 'Dresses', day = 20_000) => ({
  ...{ category, day, isSoldOut: false },
  variants: soldVariants(cell),
});
const sharesOf = (
  launches: Parameters<typeof learnVariants>[0],
  names: readonly string[],
  product = { category: 'Dresses', day: 20_400 },
) => variantShares(learnVariants(launches), product, names.map(variantParts));
const means = ({ shares }: ReturnType<typeof sharesOf>) => shares.map(({ mean }) => mean);
const repeated = (cell: string, count: number, category?: string) =>
  Array.from({ length: count }, (_, i) => launch(cell, category, 20_000 + i));

describe('shares without a history', () => {
  it('are equal, and say so', () => {
    const found = sharesOf([], ['S / Red', 'M / Red', 'S / Blue', 'M / Blue']);
    expect(means(found)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(found).toMatchObject({ sizes: { kind: 'none', launches: 0 }, knowsOptions: false });
  });
});

describe('shares of sizes', () => {
  const history = repeated('S: 10; M: 20; L: 10', 30);

  it('come from the category, whatever the spelling', () => {
    const found = sharesOf(history, ['Small', 'Medium', 'Large']);
    expect(found.sizes).toEqual({ kind: 'category', launches: 30, units: 1200 });
    means(found).forEach((mean, i) => expect(mean).toBeCloseTo([0.25, 0.5, 0.25][i]!, 1));
  });

  it('of another category come from the whole system', () => {
    const found = sharesOf(history, ['S', 'M', 'L'], { category: 'Coats', day: 20_400 });
    expect(found.sizes?.kind).toBe('system');
    expect(means(found)[1]).toBeGreaterThan(0.4);
  });

  it('of another system have the shape of the known ones', () => {
    const found = sharesOf(history, ['EU 36', 'EU 38', 'EU 40']);
    expect(found.sizes?.kind).toBe('shape');
    expect(means(found)[1]).toBeGreaterThan(0.4);
    expect(sharesOf(history, ['50 ml', '100 ml', '200 ml']).sizes?.kind).toBe('none');
  });

  it('are not those of one big launch among many small ones', () => {
    const big = launch('S: 9000; M: 500; L: 500', 'Dresses', 20_010);
    const [small, middle] = means(sharesOf([...history, big], ['S', 'M', 'L']));
    expect(small!).toBeLessThan(middle!);
  });

  it('of a sold-out variant are more than what it sold', () => {
    const open = repeated('S: 6; M: 20; L: 14', 30);
    const cut = repeated('S: 6; M: 10+; L: 14', 30);
    const names = ['S', 'M', 'L'];
    const [known, marked] = [open, cut].map((each) => means(sharesOf(each, names))[1]!);
    const unmarked = means(sharesOf(repeated('S: 6; M: 10; L: 14', 30), names))[1]!;
    expect(marked!).toBeGreaterThan(unmarked);
    expect(marked!).toBeLessThanOrEqual(known! + 0.05);
  });

  it('follow newer launches where curves drift', () => {
    const older = Array.from({ length: 40 }, (_, i) =>
      launch('S: 20; M: 10; L: 2', 'Dresses', 19_000 + 5 * i),
    );
    const newer = Array.from({ length: 12 }, (_, i) =>
      launch('S: 2; M: 10; L: 20', 'Dresses', 20_200 + 5 * i),
    );
    const [small, , large] = means(sharesOf([...older, ...newer], ['S', 'M', 'L']));
    expect(large!).toBeGreaterThan(2 * small!);
  });
});

describe('shares of colours', () => {
  const cells = ['Black: 30; Yellow: 10', '黑色: 30; 白色: 20', 'white: 20; yellow: 10'];
  const history = Array.from({ length: 30 }, (_, i) => launch(cells[i % 3]!, 'Mugs', 20_000 + i));

  it('are in proportion to likings, whatever was offered together', () => {
    const found = sharesOf(history, ['Black', 'White', 'Yellow']);
    expect(found).toMatchObject({ sizes: null, knowsOptions: true, optionLaunches: 30 });
    means(found).forEach((mean, i) => expect(mean).toBeCloseTo([0.5, 0.33, 0.17][i]!, 1));
  });

  it('of a new shade are close to those of its family', () => {
    const [shade, unknown] = means(sharesOf(history, ['Dark yellow', 'Vanilla']));
    expect(shade!).toBeLessThan(unknown!);
  });
});

it('permutes with the variants, and adds up to 1', () => {
  const history = repeated('S / Red: 4; M / Red: 9; S / Blue: 3; M / Blue: 2', 10);
  const names = ['S / Red', 'M / Blue', 'L / Red', 'S / Blue'];
  const forth = means(sharesOf(history, names));
  const back = means(sharesOf(history, names.toReversed()));
  back.toReversed().forEach((mean, i) => expect(mean).toBeCloseTo(forth[i]!, 12));
  expect(forth.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
});
