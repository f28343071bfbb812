// Table → trained model. The net and its baselines learn from the earlier launches, are tuned on later ones and judged once on
// the last ones; then everything is fitted again on all launches, because the newest ones say most about the next.

import { fitCategoryMedians, predictCategoryMedian } from '#core/evaluation/baseline.ts';
import { coverage, fitResiduals, type Residuals } from '#core/evaluation/conformal.ts';
import { meanAbsoluteError, r2OfLog1p, wape } from '#core/evaluation/metrics.ts';
import { encodeActions, fitActionBasis, pastAction } from '#core/features/action-basis.ts';
import { encodeProducts, fitProductEncoder } from '#core/features/product-encoder.ts';
import { rowsByDate, splitByTime } from '#core/features/split.ts';
import { deriveActionSpace } from '#core/launch/action-space.ts';
import { lastLaunchDay, type LaunchTable } from '#core/launch/launch-table.ts';
import { limitsOf } from '#core/launch/limits.ts';
import { FEW_LAUNCHES, MIN_LAUNCHES } from '#core/launch/sizes.ts';
import type { HoldoutScore, TrainingReport } from '#core/launch/training-report.ts';
import { AppError } from '#core/errors.ts';
import { blendLogs, chooseNetWeight, ridgeInputs, unitsFromLogs } from '#core/model/blend.ts';
import {
  buildTrainingRows,
  fitHeads,
  headOffsets,
  netShape,
  tileBasis,
  unitsScale,
  type RowEncoding,
} from '#core/model/heads.ts';
import { netSettings } from '#core/model/net-settings.ts';
import type { NetWeights } from '#core/model/net.ts';
import { fitRidge, predictRidge, type Ridge } from '#core/model/ridge.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { unitsFromHeads } from '#core/model/units-scale.ts';
import { seededRandom } from '#core/random.ts';
import { fitNet } from '#learning/fit.ts';
import { parameterCount } from '#learning/network.ts';
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

/** Throws AppError too-few-launches; the report's modelId is 0 until the model is stored. */
export async function fitLaunches(request: FitRequest): Promise<TrainedModel> {
  const { rowCount } = request.table;
  if (rowCount < MIN_LAUNCHES) {
    throw new AppError(
      'too-few-launches',
      `expected at least ${MIN_LAUNCHES} launches, got ${rowCount}`,
      { rowsUsed: rowCount, minimum: MIN_LAUNCHES },
    );
  }
  return rowCount < FEW_LAUNCHES ? fitShrinkage(request) : fitBlend(request);
}

const COVERAGE_PROMISES = [0.5, 0.8, 0.9];

async function fitBlend(request: FitRequest): Promise<TrainedModel> {
  const { table, clock } = request;
  const split = splitByTime(table);
  clock.start(split.training.length, table.rowCount);
  clock.enter('learn');
  const judged = await fitMembers(request, split.training, split.validation);
  clock.enter('check');
  const [netValidation, ridgeValidation] = await predictMembers(request, judged, split.validation);
  const actual = unitsOf(table, split.validation);
  const netWeight = chooseNetWeight(actual, netValidation, ridgeValidation);
  const residuals = fitResiduals(actual, blendLogs(netValidation, ridgeValidation, netWeight));
  const test = await judge(request, judged, { test: split.test, netWeight, residuals });
  clock.enter('learn-all');
  const all = await fitMembers(request, rowsByDate(table), null);
  return {
    ...all,
    netWeight,
    // The newest launches that the judged fit had not seen, the test part included now that it has been opened.
    residuals: Float64Array.from([...residuals, ...test.residuals]).sort(),
    report: {
      ...reportFrame(request, all),
      method: 'net',
      rows: {
        training: split.training.length,
        validation: split.validation.length,
        test: split.test.length,
      },
      holdout: test.holdout,
      coverage: test.coverage,
      netWeight,
    },
  };
}

/** Few launches: ridge alone, whose leave-one-out errors stand in for a held-out part. */
async function fitShrinkage(request: FitRequest): Promise<TrainedModel> {
  const { table, clock } = request;
  clock.enter('learn');
  const rows = rowsByDate(table);
  const encoding = fitEncoding(table, rows);
  const { ridge, leaveOneOut } = fitRidgeOn(table, rows, encoding);
  const model = { encoding, net: null, ridge };
  await clock.breathe();
  return {
    ...model,
    netWeight: 0,
    residuals: leaveOneOut.sort(),
    report: {
      ...reportFrame(request, model),
      method: 'shrinkage',
      rows: { training: rows.length, validation: 0, test: 0 },
      holdout: [],
      coverage: [],
      netWeight: 0,
    },
  };
}

interface Members {
  readonly encoding: RowEncoding;
  readonly net: NetWeights;
  readonly ridge: Ridge;
}

async function fitMembers(
  request: FitRequest,
  rows: Uint32Array,
  validation: Uint32Array | null,
): Promise<Members> {
  const { table, seed, engine, clock } = request;
  const encoding = fitEncoding(table, rows);
  const { ridge } = fitRidgeOn(table, rows, encoding);
  await clock.breathe();
  const settings = netSettings(table.rowCount);
  const net = await fitNet(buildTrainingRows(table, rows, encoding), {
    shape: netShape(encoding, settings),
    offsets: headOffsets(encoding.heads),
    settings: settings.fit,
    random: seededRandom(seed),
    stop: clock.stop,
    pause: () => clock.breathe(),
    ...(validation ? { validation: buildTrainingRows(table, validation, encoding) } : {}),
    onEpoch: (epoch) => clock.epoch(epoch),
    session: engine,
  });
  return { encoding, net, ridge };
}

function fitEncoding(table: LaunchTable, rows: Uint32Array): RowEncoding {
  const basis = fitActionBasis(table, rows);
  return {
    encoder: fitProductEncoder(table, rows),
    basis,
    heads: fitHeads(table, rows, basis),
  };
}

function fitRidgeOn(table: LaunchTable, rows: Uint32Array, encoding: RowEncoding) {
  const { x, phi } = encodeRows(table, rows, encoding);
  return fitRidge(ridgeInputs(x, phi, rows.length), unitsOf(table, rows).map(Math.log1p));
}

function encodeRows(table: LaunchTable, rows: Uint32Array, encoding: RowEncoding) {
  return {
    x: encodeProducts(encoding.encoder, table, rows),
    phi: encodeActions(encoding.basis, rows.length, (i) => pastAction(table, rows[i]!)),
  };
}

/** log1p(units) of past launches as the net and as ridge see them, under the action that each really had. */
async function predictMembers(
  { table, engine }: FitRequest,
  { encoding, net, ridge }: Members,
  rows: Uint32Array,
): Promise<[net: Float32Array, ridge: Float64Array]> {
  const { x, phi } = encodeRows(table, rows, encoding);
  const rowCount = rows.length;
  const tiled = tileBasis(phi, { rowCount, encoding });
  const z = await headOutputs(net, x, tiled, rowCount, engine);
  const units = unitsScale(encoding.heads);
  return [
    unitsFromHeads(z, { shape: net.shape, rowCount, units }),
    predictRidge(ridge, ridgeInputs(x, phi, rowCount)),
  ];
}

interface Verdict {
  readonly holdout: readonly HoldoutScore[];
  readonly coverage: TrainingReport['coverage'];
  readonly residuals: Residuals;
}

async function judge(
  request: FitRequest,
  members: Members,
  options: {
    readonly test: Uint32Array;
    readonly netWeight: number;
    readonly residuals: Residuals;
  },
): Promise<Verdict> {
  const { table } = request;
  const { test, netWeight, residuals } = options;
  const [net, ridge] = await predictMembers(request, members, test);
  const blend = blendLogs(net, ridge, netWeight);
  const actual = unitsOf(table, test);
  const seen = rowsByDate(table).slice(0, table.rowCount - test.length);
  const medians = fitCategoryMedians(table, seen);
  const baseline = Array.from(test, (row) => predictCategoryMedian(medians, table.category[row]!));
  const score = (method: HoldoutScore['method'], predicted: ArrayLike<number>): HoldoutScore => ({
    method,
    wape: wape(actual, predicted),
    maeUnits: meanAbsoluteError(actual, predicted),
    r2Log: r2OfLog1p(actual, predicted),
  });
  return {
    holdout: [
      score('debut', unitsFromLogs(blend)),
      score('net', unitsFromLogs(net)),
      score('ridge', unitsFromLogs(ridge)),
      score('category-median', baseline),
    ],
    coverage: COVERAGE_PROMISES.map((promisedFraction) => ({
      promisedFraction,
      reachedFraction: coverage(actual, blend, { residuals, promisedFraction }),
    })),
    residuals: fitResiduals(actual, blend),
  };
}

function reportFrame(
  { table, datasetId, seed, engine, clock }: FitRequest,
  { encoding, net }: { readonly encoding: RowEncoding; readonly net: NetWeights | null },
) {
  const space = deriveActionSpace(table, encoding.basis, lastLaunchDay(table));
  return {
    modelId: 0,
    datasetId,
    seed,
    heads: encoding.heads.outcomes.map(({ name }) => name),
    limits: limitsOf(table, space),
    backend: engine.choice,
    parameterCount: net ? parameterCount(net.shape) : 0,
    ...clock.summary(),
  };
}

function unitsOf(table: LaunchTable, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => table.units[row]!);
}
