import { describe, expect, it } from 'vitest';
import { buildTrainingRows } from '#core/model/outcomes/training-rows.ts';
import { logit, softplus } from '#core/base/statistics/statistics.ts';
import { encodingOf, funnelRow } from '../../../support/encoded-launches.ts';
import { allRows, launchTable } from '../../../support/launch-table.ts';

describe('training rows', () => {
  it('leave a missing or impossible outcome out of the loss', () => {
    const rows = Array.from({ length: 30 }, (_, i) => funnelRow(i));
    rows[0] = { ...rows[0]!, impressions: NaN };
    rows[1] = { ...rows[1]!, clicks: 5000 };
    const table = launchTable(rows);
    const encoding = encodingOf(table);
    const built = buildTrainingRows(table, allRows(table), encoding);
    const headCount = encoding.heads.outcomes.length + encoding.heads.habits.length;
    const termsAt = (row: number, head: number) =>
      [built.soft, built.square, built.target, built.constant].map(
        (t) => t[row * headCount + head]!,
      );
    expect(termsAt(0, 0)).toEqual([0, 0, 0, 0]);
    expect(termsAt(0, 1)).toEqual([0, 0, 0, 0]);
    expect(termsAt(1, 1)).toEqual([0, 0, 0, 0]);
    expect(termsAt(2, 0)[1]).toBe(1);
  });

  it('have a loss of zero at the outcome itself and above zero elsewhere', () => {
    const table = launchTable(Array.from({ length: 30 }, (_, i) => funnelRow(i)));
    const encoding = encodingOf(table);
    const { soft, square, target, constant } = buildTrainingRows(table, allRows(table), encoding);
    const lossAt = (z: number) =>
      soft[1]! * softplus(z) + (square[1]! / 2) * z * z - target[1]! * z + constant[1]!;
    expect(lossAt(logit(50 / 1000))).toBeCloseTo(0, 4);
    expect(lossAt(logit(60 / 1000))).toBeGreaterThan(0.001);
    expect(lossAt(logit(40 / 1000))).toBeGreaterThan(0.001);
  });

  it('learn returns as a share of the units, and ratings on their own scale', () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({
      ...funnelRow(i),
      ...{ units: 20, returns: i % 2 ? 2 : 4, rating: i % 2 ? 4 : 5 },
    }));
    rows[0] = { ...rows[0]!, returns: 21, rating: NaN };
    const table = launchTable(rows);
    const encoding = encodingOf(table);
    const { soft, square, target, constant } = buildTrainingRows(table, allRows(table), encoding);
    const headCount = encoding.heads.outcomes.length + encoding.heads.habits.length;
    const lossAt = (row: number, head: number, z: number) => {
      const at = row * headCount + head;
      return soft[at]! * softplus(z) + (square[at]! / 2) * z * z - target[at]! * z + constant[at]!;
    };
    for (const head of [3, 4]) expect(lossAt(0, head, 1)).toBe(0);
    expect(lossAt(1, 3, logit(0.1))).toBeCloseTo(0, 5);
    expect(lossAt(1, 3, logit(0.2))).toBeGreaterThan(0.01);
    const rating = encoding.heads.outcomes[4]!;
    if (rating.kind !== 'score') throw new Error('expected a score');
    expect(lossAt(1, 4, (4 - rating.mean) / rating.deviation)).toBeCloseTo(0, 5);
    expect(lossAt(1, 4, (5 - rating.mean) / rating.deviation)).toBeGreaterThan(0.01);
  });

  it('hold only finite numbers whatever the table holds', () => {
    const odd = [0, 1e9, NaN, 5].flatMap((units, i) =>
      Array.from({ length: 10 }, () => ({ ...funnelRow(i), units, listPrice: i, salePrice: 0 })),
    );
    const table = launchTable(odd);
    const built = buildTrainingRows(table, allRows(table), encodingOf(table));
    for (const matrix of [
      built.x,
      built.phi,
      built.soft,
      built.square,
      built.target,
      built.constant,
    ])
      expect(matrix.every(Number.isFinite)).toBe(true);
  });
});
