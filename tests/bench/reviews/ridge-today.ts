// One outcome by ridge alone, as workers/model fits and asks it.

import { seededRandom } from '#core/base/random.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { basisGroups } from '#core/model/features/action-basis.ts';
import { encodeLaunches } from '#core/model/features/encode-launches.ts';
import { inputGroups } from '#core/model/features/product-encoder.ts';
import {
  outcomeOf,
  type OutcomeHead,
  type OutcomeName,
  type RowEncoding,
} from '#core/model/outcomes/heads.ts';
import { regressionTargets, rowsAt } from '#core/model/outcomes/regression-targets.ts';
import { pairGroups } from '#core/model/ridge/coefficient-groups.ts';
import { fitRidge } from '#core/model/ridge/marginal-likelihood.ts';
import { predictRidge, type Ridge } from '#core/model/ridge/ridge.ts';
import { fitEncoding } from '#workers/model/members/fit-encoding.ts';

/** Returns the rates of the launches from row `cut` on, learnt from those before; null where there are too few. */
export function ridgeRates(table: LaunchTable, cut: number): Float64Array | null {
  const rows = Uint32Array.from({ length: cut }, (_, row) => row);
  const later = Uint32Array.from({ length: table.rowCount - cut }, (_, i) => cut + i);
  const { encoding, ridges } = fitOneRidge(table, rows, 'returnRate');
  const [head] = encoding.heads.outcomes;
  if (!head) return null;
  const asked = encodeLaunches(encoding, table, later);
  return predictRidge(ridges[0]!, asked.x, asked.phi, later.length).map((z) => outcomeOf(head, z));
}

/** Fits ridge to one outcome of some launches; there is no head and no ridge where too few tell of it. */
export function fitOneRidge(
  table: LaunchTable,
  rows: Uint32Array,
  name: OutcomeName,
): { readonly encoding: RowEncoding; readonly ridges: readonly Ridge[] } {
  const all = fitEncoding(table, rows);
  const outcomes = all.heads.outcomes.filter((head) => head.name === name);
  const encoding = { ...all, heads: { ...all.heads, outcomes } };
  return { encoding, ridges: outcomes.map((head) => fitHead(table, rows, { encoding, head })) };
}

function fitHead(
  table: LaunchTable,
  rows: Uint32Array,
  { encoding, head }: { readonly encoding: RowEncoding; readonly head: OutcomeHead },
): Ridge {
  const { x, phi } = encodeLaunches(encoding, table, rows);
  const { places, target, weight } = regressionTargets(table, rows, head);
  const weekOf = (row: number): number => Math.floor(table.launchDay[row]! / 7);
  const lessons = {
    x: rowsAt(x, x.length / rows.length, places),
    phi: rowsAt(phi, phi.length / rows.length, places),
    ...{ target, weight },
    batch: places.map((place) => weekOf(rows[place]!) - weekOf(rows[0]!)),
  };
  const groups = pairGroups(inputGroups(encoding.encoder), basisGroups(encoding.basis));
  const work = fitRidge(lessons, { groups, random: seededRandom(1) });
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
