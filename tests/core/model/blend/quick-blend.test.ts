import { describe, expect, it } from 'vitest';
import { blendLogs, weightsOf, type BlendWeights } from '#core/model/blend/blend.ts';
import { quickWeights, wholeBlend } from '#core/model/blend/quick-blend.ts';

const logs = {
  net: [1, 2, 3],
  ridge: [2, 2, 5],
  trees: [4, 0, 1],
  process: [1, 5, 2],
  analogues: [0, 2, 4],
  median: [3, 3, 3],
};

describe('the blend of the quick members', () => {
  it.each<{ says: string; weights: BlendWeights }>([
    {
      says: 'all members count',
      weights: weightsOf({
        ...{ net: 0.125, ridge: 0.125, trees: 0.25 },
        ...{ process: 0.125, analogues: 0.25, median: 0.125 },
      }),
    },
    {
      says: 'no slow one counts',
      weights: weightsOf({ net: 0.5, process: 0.5 }),
    },
    {
      says: 'trees alone count',
      weights: weightsOf({ trees: 1 }),
    },
    {
      says: 'trees and nearest launches have all the weight',
      weights: weightsOf({ trees: 0.5, analogues: 0.5 }),
    },
    {
      says: 'units are learnt through the funnel, without a Gaussian process',
      weights: { net: 0.5, ridge: 0.25, trees: 0.25, analogues: 0, median: 0 },
    },
  ])('becomes the whole one with the slow members, where $says', ({ weights }) => {
    const quick = blendLogs(logs, quickWeights(weights));
    const whole = blendLogs(logs, weights);
    wholeBlend(quick, logs, weights).forEach((log, i) => {
      expect(log).toBeCloseTo(whole[i]!, 12);
    });
  });

  it('asks no slow member, and has weights that add up to one', () => {
    const given = weightsOf({ net: 0.25, trees: 0.25, analogues: 0.25, median: 0.25 });
    expect(quickWeights(given)).toEqual(weightsOf({ net: 0.5, process: 0, median: 0.5 }));
  });
});
