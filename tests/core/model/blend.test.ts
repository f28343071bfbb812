import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blendLogs, chooseNetWeight, ridgeInputs, unitsFromLogs } from '#core/model/blend.ts';

const logs = fc.array(fc.double({ min: 0, max: 8, noNaN: true }), { minLength: 3, maxLength: 20 });

describe('blend', () => {
  it('lies between its two parts', () => {
    fc.assert(
      fc.property(logs, fc.double({ min: 0, max: 1, noNaN: true }), (net, weight) => {
        const ridge = [...net].reverse();
        blendLogs(net, ridge, weight).forEach((log, i) => {
          expect(log).toBeGreaterThanOrEqual(Math.min(net[i]!, ridge[i]!) - 1e-12);
          expect(log).toBeLessThanOrEqual(Math.max(net[i]!, ridge[i]!) + 1e-12);
        });
      }),
    );
  });

  it('trusts whichever is right on launches that neither has seen', () => {
    const actual = [5, 50, 500];
    const right = actual.map(Math.log1p);
    const wrong = [4, 4, 4];
    expect(chooseNetWeight(actual, right, wrong)).toBe(1);
    expect(chooseNetWeight(actual, wrong, right)).toBe(0);
  });

  it('falls to the net when nothing was sold', () => {
    expect(chooseNetWeight([0, 0], [1, 1], [2, 2])).toBe(1);
  });

  it('never predicts less than nothing', () => {
    expect([...unitsFromLogs([-3, 0, Math.log(2)])]).toEqual([0, 0, expect.closeTo(1, 12)]);
  });
});

it('sets product and action side by side for ridge, without the constant', () => {
  const joined = ridgeInputs(Float32Array.of(1, 2, 3, 4), Float32Array.of(1, 8, 1, 9), 2);
  expect([...joined]).toEqual([1, 2, 8, 3, 4, 9]);
});
