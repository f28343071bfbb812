import { describe, expect, it } from 'vitest';
import { compareModels, isPromoted } from '#core/evaluation/runs/model-comparison.ts';

const actualUnits = Array.from({ length: 20 }, (_, i) => 10 + 3 * i);

const off = (by: (i: number) => number) => actualUnits.map((units, i) => units + by(i));

describe('two models on launches that neither had seen', () => {
  it('are compared by how far they missed', () => {
    const close = off((i) => (i % 2 ? 1 : -1));
    const far = off((i) => (i % 2 ? 8 : -6));
    const comparison = compareModels(3, { actualUnits, predicted: close, predictedBefore: far });
    const all = actualUnits.reduce((sum, units) => sum + units);
    expect(comparison).toMatchObject({ modelId: 3, judgedOn: 20, verdict: 'better' });
    expect(comparison!.wape).toBeCloseTo(20 / all, 12);
    expect(comparison!.wapeBefore).toBeCloseTo(140 / all, 12);
    expect(isPromoted(comparison)).toBe(true);
    const reversed = compareModels(3, { actualUnits, predicted: far, predictedBefore: close });
    expect(reversed!.verdict).toBe('worse');
    expect(isPromoted(reversed)).toBe(false);
  });

  it('are level where the difference may be chance, and the newer one is used', () => {
    const one = off((i) => (i % 3 ? 2 : 5));
    const other = off((i) => (i % 4 ? -3 : -3.1));
    const comparison = compareModels(3, { actualUnits, predicted: one, predictedBefore: other });
    expect(comparison!.verdict).toBe('level');
    expect(isPromoted(comparison)).toBe(true);
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
