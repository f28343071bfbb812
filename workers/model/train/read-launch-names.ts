// Launches → the meaning of their names, before training. Where names are many and long, those that decide whether
// meaning helps are read first, and the others only where it does.

import { splitByTime } from '#core/model/features/time-split.ts';
import type { NamesByMeaning } from '#core/base/text/text-embeddings.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { decidingRows } from '../gates/compare-inputs.ts';
import type { FitRequest } from '../members/fit-request.ts';
import type { NamesRead, NamesToRead } from '#workers/text/read-names.ts';

/** Characters of names that are read in any case: they take about ten seconds on one core. */
const SHORT_WORK = 100_000;

type ReadNames = (names: NamesByMeaning & Pick<NamesToRead, 'later'>) => Promise<NamesRead>;

interface LaunchNames extends NamesRead, Pick<FitRequest, 'readOthers'> {}

/**
 * Returns the embeddings of the launches' names. Where many are long, it reads those that decide whether meaning helps;
 * `readOthers` then reads all.
 * @param options `mayLeave`: false where something other than the new model needs every title
 */
export async function readLaunchNames(
  table: LaunchTable,
  { read, mayLeave }: { readonly read: ReadNames; readonly mayLeave: boolean },
): Promise<LaunchNames> {
  const all = { titles: table.title };
  const deciding = Array.from(decidingRows(splitByTime(table)), (row) => table.title[row]!);
  const decides = new Set(deciding);
  const others = new Set(table.title.filter((title) => !decides.has(title)));
  const work = sum(Array.from(others, ({ length }) => length));
  if (!mayLeave || work <= SHORT_WORK) return read(all);
  const first = await read({ titles: deciding, wordsOf: table.title, later: others.size });
  if (!first.embeddings) return first;
  return { ...first, readOthers: async () => (await read(all)).embeddings };
}
