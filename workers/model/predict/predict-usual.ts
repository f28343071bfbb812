// Predicts products as launches usually are: the mean over usual actions, on the log scale.

import {
  launchesUnder,
  nearestDayIn,
  type UsualAction,
} from '#core/model/features/paired-launches.ts';
import { everyRow } from '#core/launch/launch-table.ts';
import { MEMBER_NAMES, type MemberLogs, type MemberName } from '#core/model/blend/blend.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { encodePlanned } from './encode-plans.ts';
import { predictSome } from './predict-outputs.ts';
import type { Members } from '../members/members.ts';
import type { FitRequest } from '../members/fit-request.ts';

/**
 * Returns log1p(units) of past launches by each base model that had not seen them, [rows]: the mean over usual actions.
 * @param used base models to ask; of the others, the slow ones give nothing
 */
export async function predictUsual(
  request: Pick<FitRequest, 'table' | 'engine'>,
  members: Members,
  given: {
    readonly rows: Uint32Array;
    readonly usual: readonly UsualAction[];
    readonly used: ReadonlySet<MemberName>;
  },
): Promise<MemberLogs> {
  const { rows, usual, used } = given;
  const table = launchesUnder(request.table, rows, usual);
  const logs = await predictSome({ ...request, table }, members, { rows: everyRow(table), used });
  return Object.fromEntries(
    MEMBER_NAMES.map((name) => [name, meansOf(logs[name], usual.length)]),
  ) as unknown as MemberLogs;
}

/** Returns the mean of every `each` values in turn: [rows × each] → [rows]. */
export function meansOf(values: ArrayLike<number>, each: number): Float64Array {
  return Float64Array.from({ length: values.length / each }, (_, i) =>
    mean(Array.from({ length: each }, (_none, j) => values[i * each + j]!)),
  );
}

/** Returns the encoded usual actions, [actions × columns], each on the day of its week nearest to the last launch. */
export function encodeUsual(model: TrainedModel): Float32Array {
  const { usual } = model.calibration;
  const { lastDay } = model.encoding.basis;
  return encodePlanned(model, usual.length, (i) => {
    const { weekOfYear, ...action } = usual[i]!;
    return { ...action, day: nearestDayIn(weekOfYear, lastDay) };
  });
}
