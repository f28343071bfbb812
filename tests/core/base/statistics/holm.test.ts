import { describe, expect, it } from 'vitest';
import { holm } from '#core/base/statistics/holm.ts';
import reference from '../../../support/references/drift.json' with { type: 'json' };

describe('holm', () => {
  it('raises the k-th smallest of n by n − k + 1, and none below a smaller one’s', () => {
    holm(reference.holm.chances).forEach((chance, i) =>
      expect(chance).toBeCloseTo(reference.holm.adjusted[i]!, 12),
    );
  });

  it('leaves one alone, and goes no higher than 1', () => {
    expect(holm([0.2])).toEqual([0.2]);
    expect(holm([0.7, 0.9])).toEqual([1, 1]);
  });
});
