import { describe, expect, it } from 'vitest';
import {
  reaching,
  usualLimits,
  USUAL_SEASON_WEEKS,
  weeksTo,
} from '#core/season/offers/season-limits.ts';

const first = 20_521;
const limits = usualLimits(first);

describe('a season', () => {
  it('is as long as its last week says', () => {
    expect(weeksTo(limits, first)).toBe(1);
    expect(weeksTo(limits, first + 7 * 51)).toBe(52);
  });

  it('reaches as far as is asked for, and is never shorter than usual', () => {
    const weeks = [first + 7 * 29, first + 7 * 3, first - 70];
    expect(reaching(limits, weeks)).toEqual({ ...limits, weekCount: 30 });
    expect(reaching(limits, [first + 7, first - 70])).toEqual(limits);
    expect(reaching(limits, []).weekCount).toBe(USUAL_SEASON_WEEKS);
  });
});
