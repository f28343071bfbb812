import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { HELD_OUT, NO_ARM, SENT } from '#core/evaluation/split-test/split-arms.ts';
import {
  keepableLook,
  sumSplit,
  type BuyerOutcomes,
} from '#core/evaluation/split-test/split-sums.ts';
import type { SplitReading } from '#core/evaluation/split-test/split-test.ts';

function outcomes(count: number, groups: readonly string[], seed = 1, orders = 0.3): BuyerOutcomes {
  const random = seededRandom(seed);
  const ordered = Uint8Array.from({ length: count }, () => Number(random() < orders));
  return {
    arm: Int8Array.from({ length: count }, () => (random() < 0.5 ? SENT : HELD_OUT)),
    ordered,
    sales: Float64Array.from(ordered, (each) => each * 10 * random()),
    // The first group is the largest.
    group: Uint8Array.from({ length: count }, () => Math.floor(groups.length * random() ** 2)),
    groups,
  };
}

describe('sumSplit', () => {
  it('sums every buyer with an arm once, as a plain count does', () => {
    const made = outcomes(500, ['new', 'regular']);
    made.arm[7] = NO_ARM;
    const sums = sumSplit(made, 2);
    if (typeof sums === 'string') throw new Error(sums);
    const rows = [...made.arm.keys()].filter((i) => made.arm[i] === SENT);
    expect(sums.look).toBe(2);
    expect(sums.all.sent.buyers).toBe(rows.length);
    expect(sums.all.sent.ordered).toBe(rows.filter((i) => made.ordered[i]).length);
    expect(sums.all.sent.sales).toBeCloseTo(
      rows.reduce((total, i) => total + made.sales[i]!, 0),
      9,
    );
    expect(sums.all.sent.salesSquares).toBeCloseTo(
      rows.reduce((total, i) => total + made.sales[i]! ** 2, 0),
      9,
    );
    expect(sums.all.sent.buyers + sums.all.heldOut.buyers).toBe(499);
  });

  it('never keeps a number of under ten buyers, nor one that a subtraction gives away', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', ''];
    for (let seed = 1; seed <= 300; seed++) {
      const sums = sumSplit(outcomes(60 + seed * 2, names, seed), 1);
      if (typeof sums === 'string') continue;
      for (const { sent, heldOut } of [sums.all, ...sums.groups])
        for (const { buyers, ordered } of [sent, heldOut]) {
          expect(buyers).toBeGreaterThanOrEqual(10);
          expect(ordered === 0 || ordered >= 10).toBe(true);
        }
      if (sums.groups.length > 0)
        for (const side of ['sent', 'heldOut'] as const)
          expect(sums.groups.reduce((total, pair) => total + pair[side].ordered, 0)).toBe(
            sums.all[side].ordered,
          );
      expect(sums.groups.length).not.toBe(1);
    }
  });

  it('refuses what is too few', () => {
    const made = outcomes(200, ['']);
    expect(sumSplit({ ...made, arm: made.arm.fill(SENT) }, 1)).toBe('one-arm');
    expect(sumSplit(outcomes(12, ['']), 1)).toBe('few-buyers');
    expect(sumSplit(outcomes(200, [''], 3, 0.05), 1)).toBe('few-orders');
  });
});

describe('keepableLook', () => {
  const design = { usualShare: 0.2, uplift: 0.05, heldOutShare: 0.5, looks: 2 };
  const arm = { buyers: 300, ordered: 60, sales: NaN, salesSquares: NaN };
  const reading = (look: number, ordered: number): SplitReading => {
    const all = { sent: { ...arm, ordered }, heldOut: arm };
    return { look, all, groups: [{ group: 'new', ...all }] };
  };

  it('keeps groups at the last look only', () => {
    const test = { design, readings: [] };
    expect(keepableLook(reading(1, 50), test)).toEqual({ ...reading(1, 50), groups: [] });
    expect(keepableLook(reading(2, 50), test)).toEqual(reading(2, 50));
  });

  it('keeps nothing that gives fewer than ten buyers away by subtraction', () => {
    const test = { design, readings: [reading(1, 50)] };
    expect(keepableLook(reading(2, 55), test)).toBe('few-since');
    expect(keepableLook(reading(2, 60), test)).toEqual(reading(2, 60));
    expect(keepableLook(reading(2, 50), test)).toEqual(reading(2, 50));
    expect(keepableLook(reading(1, 55), test)).toMatchObject({ look: 1 });
  });
});
