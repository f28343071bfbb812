import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blendLogs, chooseBlend, joinedInputs, unitsFromLogs } from '#core/model/blend.ts';
import { seededRandom } from '#core/random.ts';

const logs = fc.array(fc.double({ min: 0, max: 8, noNaN: true }), { minLength: 3, maxLength: 20 });

type Four = [number, number, number, number];
const members = ([net, ridge, trees, median]: number[][]) => ({
  net: net!,
  ridge: ridge!,
  trees: trees!,
  median: median!,
});
const weights = ([net, ridge, trees, median]: Four) => ({ net, ridge, trees, median });

describe('blend', () => {
  it('lies between its members', () => {
    const counts = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(logs, counts, (net, [a, b, c]) => {
        const each = [net, [...net].reverse(), net.map(() => 5), net.map(() => 3)];
        const total = a + b + c + 1;
        const shares = weights([a / total, b / total, c / total, 1 / total]);
        blendLogs(members(each), shares).forEach((log, i) => {
          const four = each.map((values) => values[i]!);
          expect(log).toBeGreaterThanOrEqual(Math.min(...four) - 1e-12);
          expect(log).toBeLessThanOrEqual(Math.max(...four) + 1e-12);
        });
      }),
    );
  });

  it('trusts whichever is right on launches that no member has seen', () => {
    const actual = [5, 50, 500, 8, 80, 800, 12, 120, 1200, 20, 200, 2000];
    for (const right of [0, 1, 2, 3]) {
      const each = [4, 3, 2, 1].map((log) => actual.map(() => log));
      each[right] = actual.map(Math.log1p);
      const only: Four = [0, 0, 0, 0];
      only[right] = 1;
      expect(chooseBlend(actual, members(each), { hasChoices: true })).toEqual(weights(only));
    }
  });

  it('leans on net and trees, which tell actions apart, where all are as good', () => {
    const each = [0, 1, 2, 3].map(() => [1, 2, 3]);
    expect(chooseBlend([2, 6, 20], members(each), { hasChoices: true })).toEqual(
      weights([0.75, 0, 0.25, 0]),
    );
  });

  it('gives up net and trees where another is clearly better, not where chance explains it', () => {
    const random = seededRandom(3);
    const rows = 200;
    const actual = Float64Array.from({ length: rows }, () => 20 + 80 * random());
    const off = (share: number) => Array.from(actual, (units) => Math.log1p(units * share));
    const noisy = (spread: number) =>
      Array.from(actual, (units) => Math.log1p(units) + spread * (random() - 0.5));
    const chosen = (net: number[], ridge: number[]) =>
      chooseBlend(actual, members([net, ridge, net, net]), { hasChoices: true });
    expect(chosen(off(0.6), off(0.9))).toEqual(weights([0, 1, 0, 0]));
    expect(chosen(noisy(0.5), noisy(0.5)).ridge).toBeLessThan(1);
    expect(chosen(noisy(0.1), noisy(1))).toEqual(weights([0.75, 0, 0.25, 0]));
  });

  it('never predicts less than nothing', () => {
    expect([...unitsFromLogs([-3, 0, Math.log(2)])]).toEqual([0, 0, expect.closeTo(1, 12)]);
  });
});

it('sets product and action side by side, without the constant', () => {
  const joined = joinedInputs(Float32Array.of(1, 2, 3, 4), Float32Array.of(1, 8, 1, 9), 2);
  expect([...joined]).toEqual([1, 2, 8, 3, 4, 9]);
});
