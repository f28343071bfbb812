import { describe, expect, it } from 'vitest';
import { meanDifference } from '#core/evaluation/split-test/mean-difference.ts';
import { readSplit, sampleRatio } from '#core/evaluation/split-test/read-split.ts';
import type { ArmSums, SplitDesign } from '#core/evaluation/split-test/split-test.ts';
import reference from '../../../support/references/split-test.json' with { type: 'json' };

const design: SplitDesign = { usualShare: 0.1, uplift: 0.03, heldOutShare: 0.5, looks: 1 };
const arm = (buyers: number, ordered: number, sales: readonly number[] = []): ArmSums => ({
  ...{ buyers, ordered },
  sales: sales.length > 0 ? sales.reduce((a, b) => a + b) : NaN,
  salesSquares: sales.length > 0 ? sales.reduce((a, b) => a + b * b, 0) : NaN,
});
const reading = (sent: ArmSums, heldOut: ArmSums, look = 1) => ({
  look,
  all: { sent, heldOut },
  groups: [],
});

describe('readSplit', () => {
  it('gives the difference of orders the range of statsmodels', () => {
    for (const { sent, sentOf, held, heldOf, low, high } of reference.newcombe) {
      const { orders, sales } = readSplit(
        design,
        reading(arm(sentOf, sent), arm(heldOf, held)),
      ).all;
      expect(orders.difference).toBeCloseTo(sent / sentOf - held / heldOf, 12);
      expect(orders.low).toBeCloseTo(low, 5);
      expect(orders.high).toBeCloseTo(high, 5);
      expect(sales).toBeNull();
    }
  });

  it('gives sales a buyer the range of statsmodels', () => {
    for (const { sent, held, low, high } of reference.welch) {
      const found = readSplit(
        design,
        reading(arm(sent.length, 20, sent), arm(held.length, 10, held)),
      );
      expect(found.all.sales!.low).toBeCloseTo(low, 3);
      expect(found.all.sales!.high).toBeCloseTo(high, 3);
    }
  });

  it('says more, fewer or that no difference is shown, and when to stop', () => {
    const of = (sent: number, heldOut: number, look = 1, looks = 1) => {
      const { finding, advice } = readSplit(
        { ...design, looks },
        reading(arm(1000, sent), arm(1000, heldOut), look),
      );
      return [finding, advice];
    };
    expect(of(160, 100)).toEqual(['more', 'stop']);
    expect(of(100, 160)).toEqual(['fewer', 'stop']);
    expect(of(110, 100)).toEqual(['open', 'stop']);
    expect(of(130, 100, 1, 3)).toEqual(['open', 'go-on']);
    // Would be shown at the end, but not so early.
    expect(of(135, 100, 1, 3)).toEqual(['open', 'go-on']);
    expect(of(135, 100, 3, 3)).toEqual(['more', 'stop']);
  });

  it('shows no effect where the arms have sizes that chance hardly gives', () => {
    const found = readSplit(design, {
      ...reading(arm(1200, 300), arm(1000, 100)),
      groups: [{ group: 'new', ...reading(arm(1200, 300), arm(1000, 100)).all }],
    });
    expect(found).toMatchObject({ finding: 'mixed', advice: 'repeat', groups: [] });
  });

  it('widens the ranges of several groups, and shows them at the end only', () => {
    const pair = { sent: arm(500, 75), heldOut: arm(500, 50) };
    const groups = ['new', 'regular', 'lapsed', ''].map((group) => ({ group, ...pair }));
    const whole = readSplit(design, { look: 1, all: pair, groups: groups.slice(0, 1) });
    const several = readSplit(design, { look: 1, all: pair, groups });
    expect(whole.groups[0]!.orders).toEqual(whole.all.orders);
    expect(several.groups[0]!.orders.low).toBeLessThan(several.all.orders.low);
    expect(readSplit({ ...design, looks: 2 }, { look: 1, all: pair, groups }).groups).toEqual([]);
  });

  it('tests the sizes of the arms as SciPy does', () => {
    for (const { sent, heldOut, share, chance } of reference.ratio) {
      const ratio = sampleRatio(
        { heldOutShare: share },
        { sent: arm(sent, 0), heldOut: arm(heldOut, 0) },
      );
      expect(ratio.chance).toBeCloseTo(chance, 9);
    }
  });
});

it('meanDifference says nothing of single values, and is exact where none varies', () => {
  const one = { mean: 3, variance: NaN, count: 1 };
  const same = { mean: 5, variance: 0, count: 9 };
  expect(meanDifference(one, same, 1.96)).toEqual([-Infinity, Infinity]);
  expect(meanDifference(same, { ...same, mean: 7 }, 1.96)).toEqual([2, 2]);
});
