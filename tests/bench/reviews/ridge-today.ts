// The return rate by ridge alone, as workers/model fits and asks it: the logit of a smoothed share by product and action.

import { seededRandom } from '#core/base/random.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { basisGroups } from '#core/model/features/action-basis.ts';
import { encodeLaunches } from '#core/model/features/encode-launches.ts';
import { inputGroups } from '#core/model/features/product-encoder.ts';
import { outcomeOf } from '#core/model/outcomes/heads.ts';
import { regressionTargets, rowsAt } from '#core/model/outcomes/regression-targets.ts';
import { pairGroups } from '#core/model/ridge/coefficient-groups.ts';
import { fitRidge } from '#core/model/ridge/marginal-likelihood.ts';
import { predictRidge } from '#core/model/ridge/ridge.ts';
import { fitEncoding } from '#workers/model/members/fit-encoding.ts';

/** Returns the rates of the launches from row `cut` on, learnt from those before; null where there are too few. */
export function ridgeRates(table: LaunchTable, cut: number): Float64Array | null {
  const rows = Uint32Array.from({ length: cut }, (_, row) => row);
  const later = Uint32Array.from({ length: table.rowCount - cut }, (_, i) => cut + i);
  const encoding = fitEncoding(table, rows);
  const head = encoding.heads.outcomes.find(({ name }) => name === 'returnRate');
  if (!head) return null;
  const { x, phi } = encodeLaunches(encoding, table, rows);
  const { places, target, weight } = regressionTargets(table, rows, head);
  const lessons = {
    x: rowsAt(x, x.length / cut, places),
    phi: rowsAt(phi, phi.length / cut, places),
    ...{ target, weight },
    batch: places.map((place) => Math.floor((table.launchDay[place]! - table.launchDay[0]!) / 7)),
  };
  const groups = pairGroups(inputGroups(encoding.encoder), basisGroups(encoding.basis));
  const work = fitRidge(lessons, { groups, random: seededRandom(1) });
  let step = work.next();
  while (!step.done) step = work.next();
  const asked = encodeLaunches(encoding, table, later);
  return predictRidge(step.value, asked.x, asked.phi, later.length).map((z) => outcomeOf(head, z));
}
