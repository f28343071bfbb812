import { describe, expect, it } from 'vitest';
import type { OutcomeHead } from '#core/model/outcomes/heads.ts';
import { withoutCountErrors } from '#core/model/outcomes/count-errors.ts';
import { allRows, launchTable } from '../../../support/launch-table.ts';

describe('slips of the pen', () => {
  const head: OutcomeHead = { kind: 'count', name: 'units', mean: Math.log1p(50), deviation: 1 };
  const table = launchTable([{ units: 50 }, { units: 5000 }, { units: 300 }, { units: 0 }]);
  const usual = { head, expected: [0, 0, 0, 0], noise: 0.36 };

  it('are counts five times as far from what is expected as it misses by, either way', () => {
    const left = withoutCountErrors(table, allRows(table), usual);
    expect([...left.units]).toEqual([50, NaN, 300, NaN]);
    expect([...table.units]).toEqual([50, 5000, 300, 0]);
    expect({ ...left, units: table.units }).toEqual(table);
  });

  it('are not where so much is expected, or anything may come', () => {
    const expected = [0, 3.9, 1, -3];
    expect(withoutCountErrors(table, allRows(table), { ...usual, expected })).toBe(table);
    expect(withoutCountErrors(table, allRows(table), { ...usual, noise: 4 })).toBe(table);
  });

  it('are looked for among the rows asked about, and in counts only', () => {
    expect(withoutCountErrors(table, Uint32Array.of(0, 2), usual)).toBe(table);
    const rate: OutcomeHead = { kind: 'rate', name: 'clickRate', offset: 0 };
    expect(withoutCountErrors(table, allRows(table), { ...usual, head: rate })).toBe(table);
  });
});
