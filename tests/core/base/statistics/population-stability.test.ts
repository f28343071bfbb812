import { describe, expect, it } from 'vitest';
import {
  countedInTenths,
  populationStability,
} from '#core/base/statistics/population-stability.ts';
import reference from '../../../support/references/drift.json' with { type: 'json' };

describe('populationStability', () => {
  it('is the sum of both of SciPy’s relative entropies', () => {
    for (const { before, now, index } of reference.psi) {
      const table = before.map((count, i) => [count, now[i]!] as const);
      expect(populationStability(table)).toBeCloseTo(index, 12);
    }
  });

  it('stays finite where a level is new', () => {
    expect(
      populationStability([
        [10, 5],
        [0, 5],
      ]),
    ).toBeCloseTo((1 - 0.5) * Math.log(2) + (0.05 - 0.5) * Math.log(0.1));
  });
});

describe('countedInTenths', () => {
  it('puts a tenth of the first sample in each bin', () => {
    const values = Array.from({ length: 100 }, (_, i) => i);
    const counts = countedInTenths(values, [0, 1, 99]);
    expect(counts.map(([inA]) => inA)).toEqual(new Array(10).fill(10));
    expect(counts.map(([, inB]) => inB)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('has fewer bins where values repeat', () => {
    expect(countedInTenths([1, 1, 1, 1], [1, 2])).toEqual([
      [4, 1],
      [0, 1],
    ]);
  });
});
