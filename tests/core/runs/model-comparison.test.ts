import { describe, expect, it } from 'vitest';
import { compareModels, isPromoted } from '#core/runs/model-comparison.ts';

const actualUnits = [10, 20, 30, 40, 100];

describe('two models on launches that neither had seen', () => {
  it('are compared by how far they missed', () => {
    const predicted = [10, 20, 30, 40, 80];
    const predictedBefore = [20, 20, 30, 40, 80];
    const comparison = compareModels(3, { actualUnits, predicted, predictedBefore });
    expect(comparison).toEqual({ modelId: 3, judgedOn: 5, wape: 0.1, wapeBefore: 0.15 });
    expect(isPromoted(comparison)).toBe(true);
    const reversed = { actualUnits, predicted: predictedBefore, predictedBefore: predicted };
    expect(isPromoted(compareModels(3, reversed))).toBe(false);
  });

  it('leave the one in use where they miss alike', () => {
    const predicted = [9, 9, 9, 9, 9];
    const same = compareModels(3, { actualUnits, predicted, predictedBefore: predicted });
    expect(isPromoted(same)).toBe(false);
  });

  it.each([
    { says: 'fewer than five launches', actual: [1, 2, 3, 4] },
    { says: 'launches that sold nothing', actual: [0, 0, 0, 0, 0] },
  ])('cannot be compared on $says, and the newer one is used', ({ actual }) => {
    const compared = { actualUnits: actual, predicted: actual, predictedBefore: actual };
    expect(compareModels(3, compared)).toBeNull();
    expect(isPromoted(null)).toBe(true);
  });
});
