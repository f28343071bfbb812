import { expect, it } from 'vitest';
import { regressionTargets } from '#core/model/outcomes/regression-targets.ts';
import { treeRows } from '#core/model/trees/tree-heads.ts';
import { allRows, launchTable } from '../../../support/launch-table.ts';

it('lets trees read the launches whose outcome is known, with what they teach', () => {
  const table = launchTable([
    { impressions: 1000, clicks: 50, orders: 5 },
    { clicks: 9, orders: 3 },
    { impressions: 2000, clicks: 20, orders: 0 },
  ]);
  const head = { kind: 'count', name: 'impressions', mean: 7, deviation: 0.5 } as const;
  const rows = allRows(table);
  const x = Float32Array.of(1, 2, 3, 4, 5, 6);
  const { x: picked, target, weight } = treeRows(x, { table, rows, head });
  expect([...picked]).toEqual([1, 2, 5, 6]);
  expect(regressionTargets(table, rows, head)).toMatchObject({ target, weight });
});
