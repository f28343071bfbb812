import { pastAction } from '#core/model/features/action-basis.ts';
import type { Day } from '#core/base/dates.ts';
import { everyRow, type LaunchTable } from '#core/launch/launch-table.ts';
import { launchesUnder } from '#core/model/features/paired-launches.ts';
import { calibratedLog, isWhole } from '#core/model/blend/calibration.ts';
import { publishedBeyond } from '#core/model/blend/published-response.ts';
import { unitsScale } from '#core/model/outcomes/heads.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { unitsFromOutcomes } from '#core/model/outcomes/units-scale.ts';
import { predictRidge } from '#core/model/ridge/ridge.ts';
import type { EngineSession } from '#learning/session.ts';
import { predictBlend } from './predict-outputs.ts';
import { encodeRows } from '../members/encode-rows.ts';
import { meansOf } from './predict-usual.ts';

interface Asked {
  readonly engine: EngineSession;
  /** undefined: all rows. */
  readonly rows?: Uint32Array;
}

/**
 * Returns log1p of the units that a model expects of rows, under the action that each has, [rows]. It is calibrated;
 * launches after those that the model learnt get the level.
 */
export async function predictLaunches(
  model: TrainedModel,
  table: LaunchTable,
  { engine, rows = everyRow(table) }: Asked,
): Promise<Float64Array> {
  const { calibration } = model;
  const logs = await uncalibrated(model, table, { engine, rows });
  const levelOf = (i: number) => levelOn(model, table.launchDay[rows[i]!]!);
  if (isWhole(calibration)) return logs.map((log, i) => log + levelOf(i));
  const { usual } = calibration;
  const under = launchesUnder(table, rows, usual, model.encoding.basis.lastDay);
  const asUsual = await uncalibrated(model, under, { engine, rows: everyRow(under) });
  const usualLogs = meansOf(asUsual, usual.length);
  const beyond = publishedBeyond(model.encoding.basis, usual);
  return logs.map((log, i) => {
    const beside = { usual: usualLogs[i]!, published: beyond(pastAction(table, rows[i]!)) };
    return calibratedLog(calibration, log, beside) + levelOf(i);
  });
}

/** Returns the level of a launch: part of the error after the last launch learnt, and not among those learnt. */
function levelOn({ encoding, level }: TrainedModel, day: Day): number {
  return day > encoding.basis.lastDay ? level : 0;
}

async function uncalibrated(
  model: TrainedModel,
  table: LaunchTable,
  { engine, rows }: Required<Asked>,
): Promise<Float64Array> {
  const { net, analogues, process, ...rest } = model;
  if (net && analogues) {
    const members = { ...rest, net, analogues, process };
    return predictBlend({ table, engine }, members, { rows, blend: model.blend });
  }
  const { x, phi } = encodeRows(table, rows, model.encoding);
  const outcomes = model.ridges.map((ridge) => predictRidge(ridge, x, phi, rows.length));
  return Float64Array.from(unitsFromOutcomes(outcomes, unitsScale(model.encoding.heads)));
}
