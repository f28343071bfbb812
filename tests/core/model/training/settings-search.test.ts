import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countToTry,
  passCost,
  rankSettings,
  RUNGS,
  settingsToTry,
  trialCount,
  workOfTrying,
} from '#core/model/training/settings-search.ts';
import { AUTOMATIC_SETTINGS, netSettings } from '#core/model/training/training-settings.ts';

const usual = netSettings(2000, AUTOMATIC_SETTINGS);

describe('settings to try', () => {
  it('begin with the usual ones and are all different', () => {
    const candidates = settingsToTry(usual, AUTOMATIC_SETTINGS);
    expect(candidates[0]).toEqual(usual);
    expect(new Set(candidates.map((net) => JSON.stringify(net))).size).toBe(candidates.length);
    expect(candidates.length).toBeGreaterThan(4);
    for (const { width, members } of candidates) {
      expect(width % 4).toBe(0);
      expect(members).toBeGreaterThan(0);
    }
  });

  it('never vary what the seller set', () => {
    const set = { ...AUTOMATIC_SETTINGS, width: 60, learningRate: 0.001, members: 3, epochs: 7 };
    const candidates = settingsToTry(netSettings(2000, set), set);
    for (const { width, members, fit } of candidates) {
      expect([width, members, fit.learningRate, fit.epochs]).toEqual([60, 3, 0.001, 7]);
    }
  });
});

describe('the work of a search', () => {
  it('counts what each rung learns', () => {
    const [first, second] = RUNGS;
    const expected =
      6 * first!.epochShare * 20 * 900 +
      Math.min(6, first!.goesOn) * second!.epochShare * 20 * 1100;
    expect(workOfTrying(6, [900, 1100], 20)).toBeCloseTo(expected, 6);
  });

  it('fits into the budget, and would not with one more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 10, max: 5000 }),
        (budget, rows) => {
          const rowCounts = [rows, rows + 100];
          const count = countToTry(budget, rowCounts, { epochs: 20, most: 8 });
          if (count > 0) expect(workOfTrying(count, rowCounts, 20)).toBeLessThanOrEqual(budget);
          if (count > 0 && count < 8)
            expect(workOfTrying(count + 1, rowCounts, 20)).toBeGreaterThan(budget);
          if (count === 0) expect(workOfTrying(2, rowCounts, 20)).toBeGreaterThan(budget);
        },
      ),
    );
  });

  it('is nothing without two points in time to compare from', () => {
    expect(countToTry(1e9, [500], { epochs: 20, most: 8 })).toBe(0);
  });

  it('grows with every side of a net', () => {
    const heads = [{ name: 'units', basis: 10 }];
    const cost = passCost({ inputs: 50, members: 4, width: 32, hasSkip: true, heads });
    expect(cost).toBe(3 * 4 * (50 * 32 + 32 * 32 + (32 + 50) * 10));
    const withoutSkip = passCost({ inputs: 50, members: 4, width: 32, hasSkip: false, heads });
    expect(withoutSkip).toBe(3 * 4 * (50 * 32 + 32 * 32 + 32 * 10));
  });
});

describe('the best settings tried', () => {
  const candidates = settingsToTry(usual, AUTOMATIC_SETTINGS);
  const [first, second, third] = candidates as [typeof usual, typeof usual, typeof usual];
  const rank = (losses: readonly (number | null)[]) =>
    rankSettings([first, second, third], losses, first);

  it('have the least loss, unless they hardly beat the usual ones', () => {
    expect(rank([1, 0.9, 0.8])).toEqual([third, second, first]);
    expect(rank([1, 0.995, 1.2])).toEqual([first, second, third]);
    // Later on, the usual ones need not come first.
    expect(rankSettings([second, first], [1, 0.98], first)).toEqual([first, second]);
  });

  it('are those measured, where the seller stopped the others', () => {
    expect(rank([1, null, 0.8])).toEqual([third, first]);
    expect(rank([1, null, null])).toEqual([first]);
  });

  it('stay the first ones while these are not measured, because nothing has beaten them', () => {
    expect(rank([null, 0.9, 0.8])).toEqual([first, third, second]);
    expect(rank([null, null, null])).toEqual([first]);
    expect(rankSettings([second, third], [null, 0.5], first)).toEqual([second, third]);
  });
});

it('counts the trials of all rungs', () => {
  expect(trialCount(9)).toBe(11);
  expect(trialCount(2)).toBe(4);
  expect(RUNGS.map(({ goesOn }) => goesOn)).toEqual([2, 1]);
});
