import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapleyValues } from '#core/base/statistics/shapley-values.ts';

const games = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((players) =>
    fc.array(fc.double({ min: -100, max: 100, noNaN: true }), {
      minLength: 1 << players,
      maxLength: 1 << players,
    }),
  );

function permutations(players: readonly number[]): number[][] {
  if (players.length === 0) return [[]];
  return players.flatMap((first) =>
    permutations(players.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

/** The definition: what each player adds on joining, averaged over every order. */
function overAllOrders(values: readonly number[]): number[] {
  const players = [...Array(Math.log2(values.length)).keys()];
  const orders = permutations(players);
  const shares = players.map(() => 0);
  for (const order of orders) {
    let mask = 0;
    for (const player of order) {
      const joined = mask | (1 << player);
      shares[player]! += (values[joined]! - values[mask]!) / orders.length;
      mask = joined;
    }
  }
  return shares;
}

/** The same game where two players have changed their names. */
function exchanged(values: readonly number[], a: number, b: number): number[] {
  return values.map((_, mask) => {
    const bits =
      (mask & ~(1 << a) & ~(1 << b)) | (((mask >> a) & 1) << b) | (((mask >> b) & 1) << a);
    return values[bits]!;
  });
}

describe('Shapley values', () => {
  it('add up to what all players have over none', () => {
    fc.assert(
      fc.property(games(8), (values) => {
        const total = shapleyValues(values).reduce((all, share) => all + share, 0);
        expect(Math.abs(total - (values.at(-1)! - values[0]!))).toBeLessThan(1e-6);
      }),
    );
  });

  it('are the mean over all orders of joining', () => {
    fc.assert(
      fc.property(games(6), (values) => {
        const shares = shapleyValues(values);
        overAllOrders(values).forEach((share, player) =>
          expect(shares[player]).toBeCloseTo(share, 8),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('do not depend on how players are numbered', () => {
    fc.assert(
      fc.property(games(5), fc.nat(), fc.nat(), (values, first, second) => {
        const players = Math.log2(values.length);
        const [a, b] = [first % players, second % players];
        const shares = shapleyValues(values);
        const renamed = shapleyValues(exchanged(values, a, b));
        expect(renamed[a]).toBeCloseTo(shares[b]!, 8);
        expect(renamed[b]).toBeCloseTo(shares[a]!, 8);
      }),
    );
  });

  it('are equal for two players who add the same to every coalition', () => {
    fc.assert(
      fc.property(games(5), (values) => {
        const players = Math.log2(values.length);
        if (players < 2) return;
        const alike = values.map((value, mask) => value + exchanged(values, 0, 1)[mask]!);
        const shares = shapleyValues(alike);
        expect(shares[0]).toBeCloseTo(shares[1]!, 8);
      }),
    );
  });

  it('are what a player adds, where that is always the same, be it nothing', () => {
    fc.assert(
      fc.property(games(5), fc.constantFrom(0, -3.5, 12), (values, worth) => {
        const joined = [...values, ...values.map((value) => value + worth)];
        expect(shapleyValues(joined).at(-1)).toBeCloseTo(worth, 8);
      }),
    );
  });

  it('need the value of every coalition', () => {
    expect(() => shapleyValues([1, 2, 3])).toThrow('a power of two, got 3');
  });
});
