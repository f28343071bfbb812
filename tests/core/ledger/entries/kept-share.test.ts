import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedShare, keptShare, type PromisedGain } from '#core/ledger/entries/kept-share.ts';
import { LEAST_FOR_RANGE } from '#core/ledger/entries/mean-range.ts';
import { settledEntries } from '#core/ledger/entries/promise-outcome.ts';
import { seededRandom } from '#core/base/random.ts';
import { settledPlan } from '../../../support/adopted-plan.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';
import { sampleAction, sampleRange } from '../../../support/ranking.ts';

/** Gains of launches of very different sizes, of which this share came true. */
function gainsOf(
  count: number,
  given: { readonly share: number; readonly noise: number; readonly seed?: number },
): PromisedGain[] {
  const random = seededRandom(given.seed ?? 1);
  return Array.from({ length: count }, () => {
    const promised = Math.exp(4 + drawNormal(random));
    const deviation = given.noise * promised;
    const realised = given.share * promised + deviation * drawNormal(random);
    return { promised, realised, deviation };
  });
}

/** The mean of the share's posterior, by adding up prior × likelihood over a fine grid. */
function byIntegration(gains: readonly PromisedGain[]): number {
  let [total, weighted] = [0, 0];
  for (let share = -3; share <= 5; share += 0.001) {
    const logs = gains.map(
      ({ promised, realised, deviation }) => ((realised - share * promised) / deviation) ** 2,
    );
    const density = Math.exp(
      -0.5 * logs.reduce((sum, log) => sum + log, ((share - 1) / 0.35) ** 2),
    );
    total += density;
    weighted += density * share;
  }
  return weighted / total;
}

describe('keptShare', () => {
  it('is the posterior mean of the share', () => {
    for (const seed of [1, 2, 3, 4]) {
      const gains = gainsOf(14, { share: 0.5, noise: 1.4, seed });
      const wanted = Math.min(1, Math.max(0, byIntegration(gains)));
      expect(keptShare(gains)!.share).toBeCloseTo(wanted, 6);
    }
  });

  it('is what the method says of 14 gains of which two fifths came', () => {
    const gain = { promised: 100, realised: 40, deviation: 200 };
    expect(keptShare(Array.from({ length: 14 }, () => gain))!.share).toBeCloseTo(0.82, 2);
  });

  it('tends to the truth with many results, and stays near 1 with few noisy ones', () => {
    for (const share of [0, 0.3, 0.8])
      expect(keptShare(gainsOf(4000, { share, noise: 1.5 }))!.share).toBeCloseTo(share, 1);
    for (const seed of [1, 2, 3])
      expect(keptShare(gainsOf(8, { share: 0, noise: 6, seed }))!.share).toBeGreaterThan(0.8);
  });

  it('never rises above 1, however lucky', () => {
    expect(keptShare(gainsOf(40, { share: 2, noise: 1 }))!.share).toBe(1);
  });

  it('says nothing with few results, and counts promised gains only', () => {
    const few = gainsOf(LEAST_FOR_RANGE - 1, { share: 0.5, noise: 1 });
    const none = { promised: 0, realised: 5, deviation: 1 };
    expect(keptShare([...few, none, { ...none, promised: -3 }])).toBeNull();
    expect(keptShare([])).toBeNull();
    const enough = gainsOf(LEAST_FOR_RANGE, { share: 0.5, noise: 1 });
    expect(keptShare([...enough, none])).toEqual(keptShare(enough));
    expect(keptShare(enough)!.count).toBe(LEAST_FOR_RANGE);
  });

  it('is not decided by one launch: a large one, one thought certain, or a slip', () => {
    const gains = gainsOf(20, { share: 1, noise: 3 });
    const most = (added: PromisedGain) =>
      Math.abs(keptShare([...gains, added])!.share - keptShare(gains)!.share);
    expect(most({ promised: 1e6, realised: 0, deviation: 3e6 })).toBeLessThan(0.05);
    expect(most({ promised: 100, realised: 0, deviation: 0.01 })).toBeLessThan(0.15);
    expect(most({ promised: 100, realised: -1e9, deviation: 300 })).toBeLessThan(0.15);
  });

  it('is a share whatever the figures, in any order and any currency', () => {
    const money = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    const gain = fc.record({
      promised: money,
      realised: money,
      deviation: fc.double({ min: 0, max: 1e9, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(gain, { maxLength: 30 }), (gains) => {
        const kept = keptShare(gains);
        const positive = gains.filter(({ promised }) => promised > 0);
        expect(kept === null).toBe(positive.length < LEAST_FOR_RANGE);
        if (!kept) return;
        expect(kept.share).toBeGreaterThanOrEqual(0);
        expect(kept.share).toBeLessThanOrEqual(1);
        expect(keptShare(gains.toReversed())!.share).toBeCloseTo(kept.share, 9);
        const inCents = gains.map(({ promised, realised, deviation }) => ({
          ...{ promised: 100 * promised, realised: 100 * realised },
          deviation: 100 * deviation,
        }));
        expect(keptShare(inCents)!.share).toBeCloseTo(kept.share, 9);
      }),
    );
  });
});

describe('countedShare', () => {
  /** No launch had been learnt by then. */
  const BEFORE = 0;
  // Promised: a profit of 500, of which the usual approach brings 400; 100 units bring 500.
  const outcome = { units: sampleRange(100), revenue: sampleRange(1134), profit: sampleRange(500) };
  const many = (units: number, change: object = {}, count = 14) =>
    settledEntries(Array.from({ length: count }, () => settledPlan(units, { outcome, ...change })));

  it('falls short of 1 where results brought less than promised', () => {
    const facts = { firstStock: 100 };
    const kept = countedShare(many(90, { facts }), 'profit', BEFORE)!;
    expect(kept.count).toBe(14);
    expect(kept.share).toBeLessThan(0.9);
    expect(countedShare(many(80, { facts }), 'profit', BEFORE)!.share).toBeLessThan(kept.share);
  });

  it('says nothing where promises were kept, or nearly', () => {
    expect(countedShare(many(130), 'profit', BEFORE)).toBeNull();
    expect(countedShare([...many(130), ...many(99, {}, 1)], 'profit', BEFORE)).toBeNull();
  });

  it('counts results of the same objective only, whose money is known', () => {
    expect(countedShare(many(70, { objective: 'revenue' }), 'profit', BEFORE)).toBeNull();
    expect(countedShare(many(70, { money: undefined }), 'profit', BEFORE)).toBeNull();
    expect(countedShare(many(40, { objective: 'revenue' }), 'revenue', BEFORE)!.share).toBeLessThan(
      0.95,
    );
  });

  it('counts units and sell-through too', () => {
    const firstStock = { facts: { firstStock: 400 } };
    const odds = { loss: null, sellOut: 0.2, leftoverUnits: 60, sellThrough: 0.9 };
    const units = many(30, { objective: 'units', ...firstStock });
    expect(countedShare(units, 'units', BEFORE)!.share).toBeLessThan(0.95);
    const through = many(30, { objective: 'sell-through', odds, ...firstStock });
    expect(countedShare(through, 'sell-through', BEFORE)!.share).toBeLessThan(0.95);
  });

  it('takes no launch for a disappointment whose stock ended below the promised units', () => {
    const action = sampleAction({ stockUnits: 50 });
    expect(countedShare(many(50, { objective: 'units', action }), 'units', BEFORE)).toBeNull();
  });

  it('counts the results that such a stock allowed as little as those that it did not', () => {
    const action = sampleAction({ stockUnits: 90 });
    const both = [90, 40].flatMap((units) => many(units, { objective: 'units', action }));
    expect(countedShare(both, 'units', BEFORE)).toBeNull();
  });

  it('counts no result that the model has learnt', () => {
    const { launchDay } = sampleAction({});
    const poor = many(70, { facts: { firstStock: 100 } });
    expect(countedShare(poor, 'profit', launchDay - 1)).not.toBeNull();
    expect(countedShare(poor, 'profit', launchDay)).toBeNull();
  });

  it('takes what was promised before an earlier share had scaled it', () => {
    // All 14 brought what was promised at half the gain: they show that half was right, not that all is kept.
    const scaled = many(100, { keptShare: 0.5, objective: 'revenue' });
    const share = countedShare(scaled, 'revenue', BEFORE)!.share;
    expect(share).toBeLessThan(0.95);
    expect(share).toBeGreaterThan(0.5);
    expect(countedShare(many(100, { objective: 'revenue' }), 'revenue', BEFORE)).toBeNull();
    // Where no gain was left to promise, there is none to keep.
    const nothing = { keptShare: 0, objective: 'revenue' };
    expect(countedShare(many(100, nothing), 'revenue', BEFORE)!.share).toBeGreaterThan(0);
  });
});
