// The three predictors of one part of the history, and what each says about other launches.

import {
  fitCategoryMedians,
  predictCategoryMedian,
  type CategoryMedians,
} from '#core/evaluation/baseline.ts';
import { encodeActions, fitActionBasis, pastAction } from '#core/features/action-basis.ts';
import { encodeProducts, fitProductEncoder } from '#core/features/product-encoder.ts';
import { measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { ridgeInputs, type MemberLogs } from '#core/model/blend.ts';
import {
  fitHeads,
  headOffsets,
  netShape,
  unitsScale,
  type RowEncoding,
} from '#core/model/heads.ts';
import { netSettings } from '#core/model/net-settings.ts';
import type { NetWeights } from '#core/model/net.ts';
import {
  bestOnLaterRows,
  predictRidge,
  ridgePath,
  type Ridge,
  type RidgeFit,
} from '#core/model/ridge.ts';
import { buildTrainingRows, tileBasis } from '#core/model/training-rows.ts';
import { unitsFromHeads } from '#core/model/units-scale.ts';
import { seededRandom } from '#core/random.ts';
import { fitNet } from '#learning/fit.ts';
import { headOutputs } from '#learning/predict.ts';
import type { EngineSession } from '#learning/session.ts';
import type { TrainingClock } from './training-clock.ts';

export interface FitRequest {
  readonly table: LaunchTable;
  readonly datasetId: number;
  readonly seed: number;
  readonly engine: EngineSession;
  readonly clock: TrainingClock;
}

export interface Members {
  readonly encoding: RowEncoding;
  readonly net: NetWeights;
  readonly ridge: Ridge;
  readonly medians: CategoryMedians;
}

/** What tuning found, for a later fit on more rows. */
export interface Tuned {
  readonly penalty: number;
  readonly epochs: number;
}

/** Tuned on the validation rows: the ridge's penalty, and the epoch at which the net was kept. */
export async function fitTuned(
  request: FitRequest,
  rows: Uint32Array,
  validation: Uint32Array,
): Promise<{ members: Members; tuned: Tuned }> {
  const { table, clock } = request;
  const encoding = fitEncoding(table, rows);
  const measured = measuredRows(table, rows);
  const path = await fitRidges(request, measured, { encoding });
  const later = { x: ridgeX(table, validation, encoding), y: logUnits(table, validation) };
  const { ridge } = bestOnLaterRows(path, later);
  const net = await fitNet(buildTrainingRows(table, rows, encoding), {
    ...netOptions(request, encoding),
    validation: buildTrainingRows(table, validation, encoding),
  });
  const members = { encoding, net, ridge, medians: fitCategoryMedians(table, measured) };
  return { members, tuned: { penalty: ridge.penalty, epochs: clock.keptEpoch } };
}

export async function fitAsTuned(
  request: FitRequest,
  rows: Uint32Array,
  { penalty, epochs }: Tuned,
): Promise<Members> {
  const { table } = request;
  const encoding = fitEncoding(table, rows);
  const measured = measuredRows(table, rows);
  const [fit] = await fitRidges(request, measured, { encoding, penalties: [penalty] });
  const net = await fitNet(buildTrainingRows(table, rows, encoding), {
    ...netOptions(request, encoding),
    stopAfter: epochs,
  });
  return { encoding, net, ridge: fit!.ridge, medians: fitCategoryMedians(table, measured) };
}

export function fitEncoding(table: LaunchTable, rows: Uint32Array): RowEncoding {
  const basis = fitActionBasis(table, rows);
  return {
    encoder: fitProductEncoder(table, rows),
    basis,
    heads: fitHeads(table, rows, basis),
  };
}

/** log1p(units) of past launches by each member, under the action that each launch really had. */
export async function predictMembers(
  { table, engine }: FitRequest,
  { encoding, net, ridge, medians }: Members,
  rows: Uint32Array,
): Promise<MemberLogs> {
  const { x, phi } = encodeRows(table, rows, encoding);
  const rowCount = rows.length;
  const z = await headOutputs(net, x, tileBasis(phi, { rowCount, encoding }), rowCount, engine);
  return {
    net: unitsFromHeads(z, { shape: net.shape, rowCount, units: unitsScale(encoding.heads) }),
    ridge: predictRidge(ridge, ridgeInputs(x, phi, rowCount)),
    median: Array.from(rows, (row) =>
      Math.log1p(predictCategoryMedian(medians, table.category[row]!)),
    ),
  };
}

/** Ridge along its penalties, heard between any two. */
export async function fitRidges(
  { table, clock }: FitRequest,
  rows: Uint32Array,
  options: { readonly encoding: RowEncoding; readonly penalties?: readonly number[] },
): Promise<RidgeFit[]> {
  const { encoding, penalties } = options;
  const fits: RidgeFit[] = [];
  for (const fit of ridgePath(ridgeX(table, rows, encoding), logUnits(table, rows), penalties)) {
    fits.push(fit);
    await clock.breathe();
  }
  return fits;
}

/** What ridge reads: [rows, inputs + basis − 1]. */
function ridgeX(table: LaunchTable, rows: Uint32Array, encoding: RowEncoding): Float32Array {
  const { x, phi } = encodeRows(table, rows, encoding);
  return ridgeInputs(x, phi, rows.length);
}

export function unitsOf(table: LaunchTable, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => table.units[row]!);
}

function logUnits(table: LaunchTable, rows: Uint32Array): Float64Array {
  return unitsOf(table, rows).map(Math.log1p);
}

function encodeRows(table: LaunchTable, rows: Uint32Array, encoding: RowEncoding) {
  return {
    x: encodeProducts(encoding.encoder, table, rows),
    phi: encodeActions(encoding.basis, rows.length, (i) => pastAction(table, rows[i]!)),
  };
}

function netOptions({ table, seed, engine, clock }: FitRequest, encoding: RowEncoding) {
  const settings = netSettings(table.rowCount);
  return {
    shape: netShape(encoding, settings),
    offsets: headOffsets(encoding.heads),
    settings: settings.fit,
    random: seededRandom(seed),
    stop: clock.stop,
    pause: () => clock.breathe(),
    onEpoch: (epoch: Parameters<TrainingClock['epoch']>[0]) => clock.epoch(epoch),
    session: engine,
  };
}
