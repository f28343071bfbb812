import { describe, expect, it } from 'vitest';
import { sum } from '#core/base/statistics/statistics.ts';
import { smoothShares } from '#core/planning/variants/smooth-shares.ts';

const equal = (size: number) => Array.from({ length: size }, () => 1 / size);

/** What is maximised, for shares near the found ones. */
function logPosterior(
  counts: readonly number[],
  shares: readonly number[],
  start: readonly number[],
) {
  const eta = shares.map((share) => Math.log(share));
  const apart = eta.map((each, k) => each - Math.log(start[k]!));
  // The level of η moves no share, so it is the one that the prior likes best.
  const away = apart.map((each) => each - sum(apart) / apart.length);
  let value = counts.reduce((all, count, k) => all + count * eta[k]!, 0);
  for (const each of away) value -= 0.25 * each ** 2;
  for (let k = 0; k + 2 < away.length; k++)
    value -= (away[k]! - 2 * away[k + 1]! + away[k + 2]!) ** 2;
  return value;
}

describe('smoothShares', () => {
  it('returns the start without units, and nearly the shares sold with many', () => {
    const start = [0.2, 0.5, 0.3];
    smoothShares([0, 0, 0], start).forEach((share, k) => expect(share).toBeCloseTo(start[k]!, 9));
    smoothShares([1e6, 2e6, 7e6], equal(3)).forEach((share, k) =>
      expect(share).toBeCloseTo([0.1, 0.2, 0.7][k]!, 4),
    );
  });

  it('is at the top of its posterior: every move lowers it (brute force)', () => {
    const counts = [2, 9, 14, 5, 0];
    const found = smoothShares(counts, equal(5));
    expect(sum(found)).toBeCloseTo(1, 12);
    const best = logPosterior(counts, found, equal(5));
    for (let k = 0; k < 5; k++)
      for (const step of [-0.02, 0.02]) {
        const moved = found.map((share, i) => (i === k ? share * Math.exp(step) : share));
        const all = sum(moved);
        const shares = moved.map((share) => share / all);
        expect(logPosterior(counts, shares, equal(5))).toBeLessThan(best);
      }
  });

  it('continues the slope of its neighbours where nothing was sold', () => {
    const [, , third, fourth, fifth] = smoothShares([10, 30, 20, 6, 0], equal(5));
    expect(fifth!).toBeLessThan(fourth!);
    expect(fifth!).toBeGreaterThan(0);
    expect(fourth!).toBeLessThan(third!);
  });
});
