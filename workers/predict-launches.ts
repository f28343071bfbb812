import { encodeActions, pastAction } from '#core/features/action-basis.ts';
import { encodeProducts } from '#core/features/product-encoder.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { blendLogs, joinedInputs } from '#core/model/blend.ts';
import { predictRidge } from '#core/model/ridge.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { predictMembers } from './fit-members.ts';

/** log1p of the units that a model expects of every row, under the action that the row has. */
export async function predictLaunches(
  model: TrainedModel,
  table: LaunchTable,
  engine: EngineSession,
): Promise<Float64Array> {
  const rows = Uint32Array.from({ length: table.rowCount }, (_, row) => row);
  const { net, ...rest } = model;
  if (net) {
    const logs = await predictMembers({ table, engine }, { ...rest, net }, rows);
    return blendLogs(logs, model.blend).map((log) => log + model.level);
  }
  const { encoder, basis } = model.encoding;
  const x = encodeProducts(encoder, table, rows);
  const phi = encodeActions(basis, rows.length, (row) => pastAction(table, row));
  return predictRidge(model.ridge, joinedInputs(x, phi, rows.length));
}
