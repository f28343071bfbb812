import { expect, it } from 'vitest';
import type { OutcomeHead } from '#core/model/heads.ts';
import { treeOutputs, treeRows } from '#core/trees/tree-heads.ts';
import { allRows, launchTable } from '../../support/launch-table.ts';

const table = launchTable([
  { impressions: 1000, clicks: 50, orders: 5, units: 6 },
  { impressions: 2000, clicks: 20, orders: 0, units: 0 },
  { clicks: 9, orders: 3, units: 3 },
]);
const x = Float32Array.of(1, 2, 3, 4, 5, 6);
const rowsOf = (head: OutcomeHead) => treeRows(x, { table, rows: allRows(table), head });

it('teaches a count on the scale of the net, and leaves out what is not known', () => {
  const head = { kind: 'count', name: 'impressions', mean: 7, deviation: 0.5 } as const;
  const { x: picked, target, weight } = rowsOf(head);
  expect([...picked]).toEqual([1, 2, 3, 4]);
  expect(target[0]).toBeCloseTo((Math.log(1001) - 7) / 0.5, 6);
  expect([...weight]).toEqual([1, 1]);
});

it('teaches a rate by its logit, the more tries succeeded the more', () => {
  const { target, weight } = rowsOf({ kind: 'rate', name: 'conversion', offset: -2 });
  const logits = [
    [5, 50],
    [0, 20],
    [3, 9],
  ].map(([hits, tries]) => Math.log((hits! + 0.5) / (tries! - hits! + 0.5)));
  target.forEach((value, i) => expect(value).toBeCloseTo(logits[i]!, 10));
  expect(weight[0]).toBeGreaterThan(weight[2]!);
  expect(weight[2]).toBeGreaterThan(weight[1]!);
  expect(weight[1]).toBeGreaterThan(0);
});

it('sets the outcomes of each row side by side', () => {
  const constant = (base: number) => ({
    base,
    depth: 1,
    column: Int32Array.of(),
    threshold: Float32Array.of(),
    leaf: Float32Array.of(),
  });
  expect([...treeOutputs([constant(1), constant(2)], x, 3)]).toEqual([1, 2, 1, 2, 1, 2]);
});
