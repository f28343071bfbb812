import type { LaunchTable } from '#core/launch/launch-table.ts';
import { blendLogs } from '#core/model/blend.ts';
import { unitsScale } from '#core/model/heads.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { unitsFromOutcomes } from '#core/model/units-scale.ts';
import { predictRidge } from '#core/ridge/ridge.ts';
import type { EngineSession } from '#learning/session.ts';
import { encodeRows, predictMembers } from './fit-members.ts';

interface Asked {
  readonly engine: EngineSession;
  /** Not there: all of them. */
  readonly rows?: Uint32Array;
}

/** log1p of the units that a model expects of rows, under the action that each has. */
export async function predictLaunches(
  model: TrainedModel,
  table: LaunchTable,
  { engine, rows = Uint32Array.from({ length: table.rowCount }, (_, row) => row) }: Asked,
): Promise<Float64Array> {
  const { net, analogues, ...rest } = model;
  if (net && analogues) {
    const logs = await predictMembers({ table, engine }, { ...rest, net, analogues }, rows);
    return blendLogs(logs, model.blend).map((log) => log + model.level);
  }
  const { x, phi } = encodeRows(table, rows, model.encoding);
  const outcomes = model.ridges.map((ridge) => predictRidge(ridge, x, phi, rows.length));
  return Float64Array.from(unitsFromOutcomes(outcomes, unitsScale(model.encoding.heads)));
}
