// A count that lies far beyond anything that chance does, such as one with two digits too many, is a slip of the pen: it teaches nothing.

import type { LaunchTable } from '../launch/launch-table.ts';
import { SLIP_DEVIATIONS } from '../statistics.ts';
import type { OutcomeHead } from './heads.ts';
import { standardised } from './training-rows.ts';

/**
 * The table without such counts of one outcome among `rows`; the same one where there are none.
 * @param expected z of the rows by a ridge @param noise variance of what it misses by, which itself hardly heeds so far a count
 */
export function withoutSlips(
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
  const slips = rows.filter(
    (row, i) => (standardised(head, table, row) - expected[i]!) ** 2 > SLIP_DEVIATIONS ** 2 * noise,
  );
  if (slips.length === 0) return table;
  const counts = table[head.name].slice();
  for (const row of slips) counts[row] = NaN;
  return { ...table, [head.name]: counts };
}
