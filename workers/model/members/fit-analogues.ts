// Prepares past launches for the search of similar launches, with what each teaches of each outcome.

import { fitAnalogues, type Analogues } from '#core/model/analogues/analogues.ts';
import { choiceColumns } from '#core/model/features/action-basis.ts';
import { markAndPriceInputs } from '#core/model/features/product-encoder.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { RowEncoding } from '#core/model/outcomes/heads.ts';
import { regressionTargets } from '#core/model/outcomes/regression-targets.ts';
import type { EncodedRows } from './encode-rows.ts';

/** Returns past launches with their regression target of every outcome head, to be searched for similar ones. */
export function analoguesOf(
  table: LaunchTable,
  { encoder, basis, heads }: RowEncoding,
  { rows, x, phi }: EncodedRows,
): Analogues {
  return fitAnalogues(
    { x, phi, count: rows.length },
    { ...markAndPriceInputs(encoder), ...choiceColumns(basis) },
    heads.outcomes.map((head) => regressionTargets(table, rows, head)),
  );
}
