import { describe, expect, it } from 'vitest';
import { buyersNeeded, leastUplift, powerWith } from '#core/evaluation/split-test/buyers-needed.ts';
import {
  boundAt,
  inflationOf,
  lookAfter,
  MOST_LOOKS,
} from '#core/evaluation/split-test/look-bounds.ts';
import reference from '../../../support/references/split-test.json' with { type: 'json' };

const design = { usualShare: 0.1, uplift: 0.03, heldOutShare: 0.5, looks: 1 };

describe('buyers needed', () => {
  it('are statsmodels’, and so is the power', () => {
    for (const { usual, uplift, held, sent, power5000 } of reference.sizes) {
      const one = { usualShare: usual, uplift, heldOutShare: held, looks: 1 };
      const needed = buyersNeeded(one)!;
      expect(Math.abs(needed.sent - Math.ceil(sent))).toBeLessThanOrEqual(1);
      // statsmodels adds the other tail.
      expect(powerWith(one, 5000 / (1 - held))).toBeCloseTo(power5000, 3);
    }
  });

  it('are enough, and one in twenty fewer are not', () => {
    for (let looks = 1; looks <= MOST_LOOKS; looks++) {
      const { total } = buyersNeeded({ ...design, looks })!;
      expect(powerWith({ ...design, looks }, total)).toBeGreaterThan(0.799);
      expect(powerWith({ ...design, looks }, 0.95 * total)).toBeLessThan(0.8);
    }
  });

  it('find the least uplift that they are said to find', () => {
    const { total } = buyersNeeded(design)!;
    expect(leastUplift(design, total)).toBeCloseTo(0.03, 4);
    expect(leastUplift(design, 3)).toBeNull();
  });

  it('are not said where nothing can be found', () => {
    const impossible = [
      { uplift: 0 },
      { heldOutShare: 0 },
      { uplift: 0.95 },
      { usualShare: 0 },
      { uplift: NaN },
    ];
    for (const part of impossible) {
      expect(buyersNeeded({ ...design, ...part })).toBeNull();
      expect(powerWith({ ...design, ...part }, 1000)).toBeNaN();
    }
  });
});

describe('looks', () => {
  it('have the bounds of O’Brien and Fleming, crossed by chance in 5% (SciPy)', () => {
    for (const { looks, chance } of reference.falseAlarms) {
      expect(Math.abs(chance - 0.05)).toBeLessThan(1e-4);
      expect(boundAt(looks, looks)).toBeCloseTo(boundAt(1, looks) / Math.sqrt(looks), 9);
    }
    expect(Array.from({ length: 5 }, (_, i) => boundAt(i + 1, i + 1))).toEqual([
      1.96, 1.977, 2.004, 2.024, 2.04,
    ]);
    expect(inflationOf(1)).toBe(1);
  });

  it('come at equal parts of the days', () => {
    expect([0, 0.3, 1 / 3, 0.66, 2 / 3, 1, 1.4].map((share) => lookAfter(share, 3))).toEqual([
      0, 0, 1, 1, 2, 3, 3,
    ]);
  });
});
