import { describe, expect, it } from 'vitest';
import type { MemberName } from '#core/model/blend/blend.ts';
import { seededRandom } from '#core/base/random.ts';
import { memberWorths } from '#core/evaluation/scorecard/member-worths.ts';

/** Sales of some launches, and forecasts that are off by factors. */
const random = seededRandom(8);
const count = 150;
const actual = Array.from({ length: count }, () => Math.round(5 + 95 * random()));
const offBy = (spread: number) =>
  actual.map((units) => Math.log1p(units) + spread * (random() + random() + random() - 1.5));
const forecasts = (change: object = {}) => ({
  actualUnits: actual,
  soldOut: actual.map((_, i) => i % 9 === 0),
  whole: offBy(0.3),
  without: new Map<MemberName, number[]>([
    ['ridge', offBy(0.9)],
    ['trees', offBy(0.3)],
  ]),
  ...change,
});

/** WAPE by its definition, launch by launch. */
function bruteWape(
  of: readonly number[],
  { actualUnits, soldOut }: Pick<ReturnType<typeof forecasts>, 'actualUnits' | 'soldOut'>,
  rows = actualUnits.map((_, i) => i),
): number {
  let missed = 0;
  let sold = 0;
  for (const i of rows) {
    const units = Math.max(0, Math.round(Math.exp(of[i]!) - 1));
    const known = soldOut[i] && units > actualUnits[i]! ? actualUnits[i]! : units;
    missed += Math.abs(known - actualUnits[i]!);
    sold += actualUnits[i]!;
  }
  return missed / sold;
}

describe('what base models add', () => {
  const unseen = forecasts();
  const backtests = forecasts();
  const worths = memberWorths(unseen, backtests);

  it('is how much larger the error is without them, on the test set and on the backtests', () => {
    expect(worths.map(({ member }) => member)).toEqual(['ridge', 'trees']);
    for (const { member, unseen: added, backtests: before } of worths) {
      const change = (of: ReturnType<typeof forecasts>) =>
        bruteWape(of.without.get(member)!, of) - bruteWape(of.whole, of);
      expect(added.expected).toBeCloseTo(change(unseen), 12);
      expect(before).toBeCloseTo(change(backtests), 12);
    }
  });

  it('has the range of 5,000 paired draws', () => {
    const draw = seededRandom(77);
    for (const { member, unseen: added } of worths) {
      const differences = Array.from({ length: 5_000 }, () => {
        const rows = actual.map(() => Math.floor(draw() * count));
        return (
          bruteWape(unseen.without.get(member)!, unseen, rows) -
          bruteWape(unseen.whole, unseen, rows)
        );
      }).sort((a, b) => a - b);
      const at = (fraction: number) => differences[Math.floor(fraction * differences.length)]!;
      const near = 0.12 * (at(0.9) - at(0.1));
      expect(Math.abs(added.low80 - at(0.1))).toBeLessThan(near);
      expect(Math.abs(added.low50 - at(0.25))).toBeLessThan(near);
      expect(Math.abs(added.high50 - at(0.75))).toBeLessThan(near);
      expect(Math.abs(added.high80 - at(0.9))).toBeLessThan(near);
    }
  });

  it('is clear, for better or worse, or may be chance', () => {
    const high = (by: (i: number) => number) => actual.map((units, i) => Math.log1p(units + by(i)));
    const given = forecasts({
      whole: high(() => 5),
      without: new Map<MemberName, number[]>([
        ['net', high(() => 4)],
        ['ridge', high(() => 9)],
        ['trees', high((i) => (i % 2 ? 2 : 8))],
      ]),
    });
    const said = memberWorths(given, given).map(({ unseen: { expected, isClear } }) => [
      Math.sign(expected),
      isClear,
    ]);
    expect(said.slice(0, 2)).toEqual([
      [-1, true],
      [1, true],
    ]);
    expect(said[2]![1]).toBe(false);
  });

  it('is exactly nothing where the forecasts stay the same', () => {
    const same = { ...unseen, without: new Map<MemberName, number[]>([['net', unseen.whole]]) };
    const none = { expected: 0, low80: 0, low50: 0, high50: 0, high80: 0, isClear: false };
    expect(memberWorths(same, same)).toEqual([{ member: 'net', unseen: none, backtests: 0 }]);
  });

  it('is not known where nothing was sold', () => {
    const unsold = forecasts({ actualUnits: actual.map(() => 0) });
    expect(memberWorths(unsold, backtests)).toEqual([]);
    expect(memberWorths(unseen, unsold)).toEqual([]);
  });
});
