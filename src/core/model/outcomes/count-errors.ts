// Removes count errors: counts far beyond anything that chance produces, such as one with two digits too many.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { OUTLIER_DEVIATIONS } from '#core/base/statistics/statistics.ts';
import type { OutcomeHead } from './heads.ts';
import { standardised } from './training-rows.ts';

/**
 * Returns the table without errors of one outcome among `rows`, which become NaN; the same table where there are none.
 * `expected` is z of the rows by a ridge; `noise` is the residual variance of that fit, barely affected by one extreme
 * count.
 */
export function withoutCountErrors(
  table: LaunchTable,
  rows: Uint32Array,
  {
    head,
    expected,
    noise,
  }: {
    readonly head: OutcomeHead;
    readonly expected: ArrayLike<number>;
    readonly noise: number;
  },
): LaunchTable {
  if (head.kind !== 'count') return table;
  const wrong = rows.filter(
    (row, i) =>
      (standardised(head, table, row) - expected[i]!) ** 2 > OUTLIER_DEVIATIONS ** 2 * noise,
  );
  if (wrong.length === 0) return table;
  const counts = table[head.name].slice();
  for (const row of wrong) counts[row] = NaN;
  return { ...table, [head.name]: counts };
}
