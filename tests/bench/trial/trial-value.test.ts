import { describe, expect, it } from 'vitest';
import { SPEND, TAG, valueOfTrial, type Response } from './trial-value.ts';

const MANY = 1e9;
const at = (response: Response, launches: number, more: Partial<Response> = {}) =>
  valueOfTrial({ ...response, ...more }, { deviation: 0.6, launches });

describe('valueOfTrial', () => {
  it('gains nothing where nothing is learnt', () => {
    for (const response of [SPEND, TAG]) expect(at(response, 0).gain).toBeCloseTo(0, 9);
  });

  it('gains half the variance over m (1 − m)² where little is uncertain about ad spend', () => {
    const deviation = 0.004;
    const { gain } = at(SPEND, MANY, { deviation, reach: 1.25 });
    expect(gain / (deviation ** 2 / 2 / (0.1 * 0.9 ** 2))).toBeCloseTo(1, 1);
  });

  it('gains half the variance over e (e − 1) where little is uncertain about prices', () => {
    const deviation = 0.05;
    const { gain } = at(TAG, MANY, { deviation, reach: 1.25 });
    expect(gain / (deviation ** 2 / 2 / (2 * 1))).toBeCloseTo(1, 1);
  });

  it('gains in proportion to the variance that the trial removes', () => {
    const little = { deviation: 0.05, reach: 1.25 };
    const removed = (launches: number) => 0.05 ** 2 - at(TAG, launches, little).after ** 2;
    const ratio = at(TAG, 3e5, little).gain / at(TAG, 1e5, little).gain;
    expect(ratio / (removed(3e5) / removed(1e5))).toBeCloseTo(1, 1);
  });

  it('costs what the mean ad spend exceeds the best by, less what the mean units do', () => {
    const { cost } = at(SPEND, 0, { deviation: 1e-6 });
    const log = Math.log(1.3);
    const [spent, sold] = [0.1 * (Math.cosh(log) - 1), Math.cosh(0.1 * log) - 1];
    expect(cost).toBeCloseTo((spent - sold) / 0.9, 6);
  });

  it('costs half of e (e − 1) times the square of the log factor for a tag that is known to be best', () => {
    const { cost } = at(TAG, 0, { deviation: 1e-6 });
    expect(cost / (0.5 * 2 * Math.log(1.05) ** 2)).toBeCloseTo(1, 1);
  });

  it('gains less where less may be changed afterwards', () => {
    for (const response of [SPEND, TAG])
      expect(at(response, 100, { reach: 1.05 }).gain).toBeLessThan(at(response, 100).gain);
  });
});
