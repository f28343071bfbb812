// Base models fitted so far → the task of fitting a network to the same rows.

import { seededRandom } from '#core/base/random.ts';
import type { TrainingRows } from '#core/model/net/net.ts';
import { jittered, joinRows } from '#core/model/outcomes/augment.ts';
import { headOffsets, netShape, type RowEncoding } from '#core/model/outcomes/heads.ts';
import { buildTrainingRows } from '#core/model/outcomes/training-rows.ts';
import type { Ridge } from '#core/model/ridge/ridge.ts';
import { startFromRidges } from '#core/model/training/net-start.ts';
import type { NetTask } from '#core/model/training/net-task.ts';
import type { NetSettings } from '#core/model/training/training-settings.ts';
import type { EncodedRows } from './encode-rows.ts';
import type { FitRequest } from './fit-request.ts';

/** Ridges, and the request by which the other base models are fitted to the same rows. */
export interface RidgesFirst {
  readonly request: FitRequest;
  readonly encoding: RowEncoding;
  readonly encoded: EncodedRows;
  readonly ridges: readonly Ridge[];
}

/** Returns the training rows of a network; with augmentation, a jittered copy of all rows follows. */
function rowsToLearn(
  { request: { table, settings }, encoding, encoded }: RidgesFirst,
  { augmented }: NetSettings,
): TrainingRows {
  const { rows } = encoded;
  const plain = buildTrainingRows(table, rows, encoding);
  if (!augmented) return plain;
  const again = jittered(table, seededRandom(settings.seed));
  return joinRows(plain, buildTrainingRows(again, rows, encoding));
}

/** Returns the task of fitting a network. */
export function netTask(first: RidgesFirst, net: NetSettings): NetTask {
  const { request, encoding, encoded, ridges } = first;
  const shape = netShape(encoding, net);
  const offsets = headOffsets(encoding.heads);
  return {
    rows: rowsToLearn(first, net),
    ...{ shape, offsets },
    start: net.fromRidges ? startFromRidges(shape, offsets, { ridges, x: encoded.x }) : undefined,
    settings: net.fit,
    seed: request.settings.seed,
  };
}
