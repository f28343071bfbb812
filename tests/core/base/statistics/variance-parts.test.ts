import { describe, expect, it } from 'vitest';
import { varianceParts } from '#core/base/statistics/variance-parts.ts';
import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import { seededRandom } from '#core/base/random.ts';
import { drawNormal as normal } from '../../../support/demo-shop/draws.ts';

describe('varianceParts', () => {
  it('agrees with a case worked by hand', () => {
    // Means 2 and 5 around 3.5: (2 · 1.5² · 2) / 1 = 9 between; (1 + 1 + 1 + 1) / 2 = 2 within; groups of 2: (9 − 2) / 2.
    expect(
      varianceParts([
        [
          [1, 3],
          [4, 6],
        ],
      ]),
    ).toMatchObject({ between: 3.5, within: 2 });
  });

  it('finds the parts that values were drawn with, on average, in groups of unequal size, whatever families have in common', () => {
    const random = seededRandom(3);
    const draw = () =>
      varianceParts(
        Array.from({ length: 10 }, (_family, f) =>
          Array.from({ length: 4 }, (_group, i) => {
            const middle = 3 * f + 0.5 * normal(random);
            const length = 1 + ((4 * f + i) % 7);
            return Array.from({ length }, () => middle + 0.8 * normal(random));
          }),
        ),
      );
    const drawn = Array.from({ length: 300 }, draw);
    const found = drawn.map(({ between }) => between);
    expect(mean(found)).toBeCloseTo(0.25, 1);
    expect(standardDeviation(found) / drawn[0]!.doubtOfBetween(0.25)).toBeCloseTo(1, 0);
    expect(mean(drawn.map(({ within }) => within))).toBeCloseTo(0.64, 1);
  });

  it('leaves groups without values out', () => {
    expect(varianceParts([[[], [1, 3], [], [4, 6]], [[]], []])).toMatchObject({
      between: 3.5,
      within: 2,
    });
  });

  it('knows nothing of groups that are alone in their family, or of single values', () => {
    expect(varianceParts([[[1, 2, 3]], [[4, 5]]]).between).toBeNaN();
    expect(varianceParts([[[1], [2], [3]]]).within).toBeNaN();
  });
});
