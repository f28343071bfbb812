import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wape } from '#core/evaluation/metrics.ts';
import { blendLogs, chooseBlend, ridgeInputs, unitsFromLogs } from '#core/model/blend.ts';

const logs = fc.array(fc.double({ min: 0, max: 8, noNaN: true }), { minLength: 3, maxLength: 20 });

describe('blend', () => {
  it('lies between its members', () => {
    fc.assert(
      fc.property(logs, fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), (net, [a, b, c]) => {
        const members = { net, ridge: [...net].reverse(), median: net.map(() => 3) };
        const total = a + b + c || 1;
        const weights = { net: a / total, ridge: b / total, median: 1 - (a + b) / total };
        blendLogs(members, weights).forEach((log, i) => {
          const three = [members.net[i]!, members.ridge[i]!, members.median[i]!];
          expect(log).toBeGreaterThanOrEqual(Math.min(...three) - 1e-12);
          expect(log).toBeLessThanOrEqual(Math.max(...three) + 1e-12);
        });
      }),
    );
  });

  it('trusts whichever is right on launches that no member has seen', () => {
    const actual = [5, 50, 500];
    const right = actual.map(Math.log1p);
    const wrong = [4, 4, 4];
    const off = [1, 1, 1];
    const chosen = (net: number[], ridge: number[], median: number[]) =>
      chooseBlend(actual, { net, ridge, median });
    expect(chosen(right, wrong, off)).toEqual({ net: 1, ridge: 0, median: 0 });
    expect(chosen(wrong, right, off)).toEqual({ net: 0, ridge: 1, median: 0 });
    expect(chosen(wrong, off, right)).toEqual({ net: 0, ridge: 0, median: 1 });
  });

  it('is not worse on those launches than its best member by more than the preference for the net', () => {
    fc.assert(
      fc.property(logs, logs, logs, (net, ridge, truth) => {
        const rows = Math.min(net.length, ridge.length, truth.length);
        const actual = unitsFromLogs(truth.slice(0, rows));
        const members = {
          net: net.slice(0, rows),
          ridge: ridge.slice(0, rows),
          median: new Array<number>(rows).fill(2),
        };
        const errorOf = (log: ArrayLike<number>) => wape(actual, unitsFromLogs(log));
        const best = Math.min(...Object.values(members).map(errorOf));
        fc.pre(best > 0);
        const blended = blendLogs(members, chooseBlend(actual, members));
        expect(errorOf(blended)).toBeLessThanOrEqual(best * 1.05 + 1e-9);
      }),
    );
  });

  it('falls to the net when nothing was sold', () => {
    const members = { net: [1, 1], ridge: [2, 2], median: [0, 0] };
    expect(chooseBlend([0, 0], members)).toEqual({ net: 1, ridge: 0, median: 0 });
  });

  it('never predicts less than nothing', () => {
    expect([...unitsFromLogs([-3, 0, Math.log(2)])]).toEqual([0, 0, expect.closeTo(1, 12)]);
  });
});

it('sets product and action side by side for ridge, without the constant', () => {
  const joined = ridgeInputs(Float32Array.of(1, 2, 3, 4), Float32Array.of(1, 8, 1, 9), 2);
  expect([...joined]).toEqual([1, 2, 8, 3, 4, 9]);
});
