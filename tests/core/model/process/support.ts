import type { Random } from '#core/base/random.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { encodeLaunches } from '#core/model/features/encode-launches.ts';
import type { RowEncoding } from '#core/model/outcomes/heads.ts';
import { fitProcess } from '#core/model/process/fit-process.ts';
import type { GaussianProcess } from '#core/model/process/gaussian-process.ts';
import type { EncodedRows } from '#core/model/process/respects.ts';
import { encodingOf } from '../../../support/encoded-launches.ts';
import { allRows, launchTable, type LaunchRow } from '../../../support/launch-table.ts';

const CATEGORIES = ['Kitchen', 'Garden', 'Office'];

/** Launches over three years whose words, category, price, channel and season are drawn at random. */
export function drawnLaunches(
  count: number,
  random: Random,
  unitsOf: (launch: LaunchRow) => number,
): LaunchTable {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!;
  const rows = Array.from({ length: count }, (_, i) => {
    const launch = {
      title: `${pick(['red', 'blue', 'green'])} ${pick(['mug', 'lamp', 'pot', 'pen'])}`,
      category: pick(CATEGORIES),
      channel: pick(['shop', 'market']),
      promotion: pick(['none', 'coupon']),
      day: 19_000 + Math.floor((i * 1_100) / count),
      listPrice: Math.round(5 + 40 * random()),
    };
    const priced = { ...launch, salePrice: launch.listPrice * (0.7 + 0.3 * random()) };
    return { ...priced, units: unitsOf(priced) };
  });
  return launchTable(rows);
}

/** Encodes all launches of a table. */
export function encoded(table: LaunchTable, encoding: RowEncoding): EncodedRows {
  return { ...encodeLaunches(encoding, table, allRows(table)), count: table.rowCount };
}

/** Fits a process to all launches of a table. */
export function fitted(table: LaunchTable): { encoding: RowEncoding; process: GaussianProcess } {
  const encoding = encodingOf(table);
  const fit = fitProcess(encoding, encoded(table, encoding), table.units.map(Math.log1p));
  for (;;) {
    const step = fit.next();
    if (step.done) return { encoding, process: step.value };
  }
}
