import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeness, lostShares } from '#core/season/offers/competition.ts';

const strengths = fc.record({
  later: fc.double({ min: 0, max: 3, noNaN: true }),
  earlier: fc.double({ min: 0, max: 3, noNaN: true }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('what two launches take from each other', () => {
  it('is a share, and nothing where they are four weeks apart', () => {
    fc.assert(
      fc.property(strengths, share, fc.integer({ min: -60, max: 60 }), (strength, alike, days) => {
        const { first, second } = lostShares(strength, alike, days);
        for (const lost of [first, second]) {
          expect(lost).toBeGreaterThanOrEqual(0);
          expect(lost).toBeLessThan(1);
          if (Math.abs(days) >= 28) expect(lost).toBe(0);
        }
      }),
    );
  });

  it('is the same whichever of them is named first', () => {
    fc.assert(
      fc.property(strengths, share, fc.integer({ min: -40, max: 40 }), (strength, alike, days) => {
        const one = lostShares(strength, alike, days);
        const other = lostShares(strength, alike, -days);
        expect(one.first).toBeCloseTo(other.second, 12);
        expect(one.second).toBeCloseTo(other.first, 12);
      }),
    );
  });

  it('is what is known of the later and of the earlier one, by hand', () => {
    const strength = { later: 0.4, earlier: 0.1 };
    // Half a similarity, a week apart: 0.5 × 0.75 of each.
    expect(lostShares(strength, 0.5, 7).second).toBeCloseTo(1 - Math.exp(-0.15), 12);
    expect(lostShares(strength, 0.5, 7).first).toBeCloseTo(1 - Math.exp(-0.0375), 12);
    // On one day each loses the mean of both.
    expect(lostShares(strength, 1, 0).first).toBeCloseTo(1 - Math.exp(-0.25), 12);
  });

  it('fades over four weeks', () => {
    expect([0, 7, 14, 28, 35].map(closeness)).toEqual([1, 0.75, 0.5, 0, 0]);
  });
});
