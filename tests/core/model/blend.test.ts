import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wape } from '#core/evaluation/metrics.ts';
import { blendLogs, chooseBlend, joinedInputs, unitsFromLogs } from '#core/model/blend.ts';

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
    const actual = [5, 50, 500];
    for (const right of [0, 1, 2, 3]) {
      const each = [4, 3, 2, 1].map((log) => actual.map(() => log));
      each[right] = actual.map(Math.log1p);
      const only: Four = [0, 0, 0, 0];
      only[right] = 1;
      expect(chooseBlend(actual, members(each))).toEqual(weights(only));
    }
  });

  it('leans on net and trees, which tell actions apart, where all are as good', () => {
    const each = [0, 1, 2, 3].map(() => [1, 2, 3]);
    expect(chooseBlend([2, 6, 20], members(each))).toEqual(weights([0.6, 0, 0.4, 0]));
  });

  it('is not worse on those launches than its best member by more than it tolerates', () => {
    fc.assert(
      fc.property(logs, logs, logs, logs, (net, ridge, trees, truth) => {
        const rows = Math.min(...[net, ridge, trees, truth].map(({ length }) => length));
        const actual = unitsFromLogs(truth.slice(0, rows));
        const each = [net, ridge, trees].map((values) => values.slice(0, rows));
        const all = members([...each, new Array<number>(rows).fill(2)]);
        const errorOf = (log: ArrayLike<number>) => wape(actual, unitsFromLogs(log));
        const best = Math.min(...Object.values(all).map(errorOf));
        fc.pre(best > 0);
        const blended = blendLogs(all, chooseBlend(actual, all));
        expect(errorOf(blended)).toBeLessThanOrEqual(best * 1.05 + 1e-9);
      }),
    );
  });

  it('falls to net and trees when nothing was sold', () => {
    const each = members([
      [1, 1],
      [2, 2],
      [1, 1],
      [0, 0],
    ]);
    expect(chooseBlend([0, 0], each)).toEqual(weights([0.6, 0, 0.4, 0]));
  });

  it('never predicts less than nothing', () => {
    expect([...unitsFromLogs([-3, 0, Math.log(2)])]).toEqual([0, 0, expect.closeTo(1, 12)]);
  });
});

it('sets product and action side by side, without the constant', () => {
  const joined = joinedInputs(Float32Array.of(1, 2, 3, 4), Float32Array.of(1, 8, 1, 9), 2);
  expect([...joined]).toEqual([1, 2, 8, 3, 4, 9]);
});
