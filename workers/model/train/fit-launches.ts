// Table → trained model. The base models learn from the earlier launches, are tuned on later ones and evaluated once on
// the last ones. Then everything is fitted again on all launches, because the newest say most about the next.

import { AppError } from '#core/base/errors.ts';
import { fitCategoryMedians } from '#core/model/blend/category-median.ts';
import { withUnseen } from '#core/model/blend/unseen-launches.ts';
import { forecastErrors } from '#core/model/blend/forecast-errors.ts';
import { wape } from '#core/base/statistics/metrics.ts';
import { rowsByDate, splitByTime } from '#core/model/features/time-split.ts';
import { deriveActionSpace } from '#core/model/features/action-space.ts';
import { lastLaunchDay, measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { alikeOutcomes, type AlikeOutcomes } from '#core/model/training/alike-outcomes.ts';
import { dataLimits } from '#core/model/training/data-limits.ts';
import { usualActions } from '#core/model/features/paired-launches.ts';
import { FEW_LAUNCHES, MIN_LAUNCHES } from '#core/launch/history-sizes.ts';
import type { OriginScore } from '#core/model/training/training-report.ts';
import {
  blendLogs,
  unitsFromLogs,
  weightOf,
  weightsOf,
  type BlendWeights,
} from '#core/model/blend/blend.ts';
import { calibrationShares } from '#core/model/blend/calibration.ts';
import type { RowEncoding } from '#core/model/outcomes/heads.ts';
import { learnRatingSpread } from './rating-spread.ts';
import { fitPlannedRates } from '#core/model/return-rates/planned-rates.ts';
import { parameterCount } from '#core/model/net/net-layout.ts';
import type { NetWeights } from '#core/model/net/net.ts';
import type { OnEpoch } from '#core/model/training/net-task.ts';
import { asCensored } from '#core/model/outcomes/censored-demand.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { rowsAnEpoch } from '#core/model/training/training-settings.ts';
import { sufficiencyOf } from '#core/evaluation/scorecard/sufficiency.ts';
import {
  NO_EVIDENCE,
  type TrainingEvidence,
} from '#core/evaluation/scorecard/training-evidence.ts';
import { hasLooks, settleLooks } from '../gates/choose-looks.ts';
import { settleMeaning } from '../gates/choose-meaning.ts';
import { meanLog } from './cross-fit.ts';
import { ridgeRequest } from '../members/fit-ridges.ts';
import { fitEncodingToDemand } from '../members/fit-encoding.ts';
import type { FitRequest } from '../members/fit-request.ts';
import { fitRidges } from '../members/fit-ridges.ts';
import type { Members } from '../members/members.ts';
import { crossFitPredictions, calibratedResiduals } from './unseen-predictions.ts';
import { backtest, type OriginPart } from './backtest.ts';
import { settleBlend } from './settle-blend.ts';
import { unlessStopped } from './unless-stopped.ts';
import { allOrStop } from '#workers/runtime/all-or-stop.ts';

export interface FittedLaunches {
  /** The report's modelId and storedBytes are 0 until it is stored. */
  readonly model: TrainedModel;
  readonly evidence: TrainingEvidence;
}

/**
 * Fits the blend, or ridge alone where there are few launches. Throws AppError too-few-outcomes with fewer than
 * MIN_LAUNCHES launches of known units, outcomes-alike where nearly all sold the same, and training-diverged where a network's loss is not finite.
 */
export async function fitLaunches(request: FitRequest): Promise<FittedLaunches> {
  const { table } = request;
  const measured = measuredRows(table, rowsByDate(table));
  const measuredCount = measured.length;
  if (measuredCount < MIN_LAUNCHES) {
    throw new AppError(
      'too-few-outcomes',
      `expected at least ${MIN_LAUNCHES} launches with known units, got ${measuredCount}`,
      { rowsUsed: measuredCount, minimum: MIN_LAUNCHES },
    );
  }
  const alike = alikeOutcomes(Array.from(measured, (row) => table.units[row]!));
  if (alike !== null) throw nothingToLearn(alike);
  const fitted = await (measuredCount < FEW_LAUNCHES ? fitShrinkage(request) : fitBlend(request));
  const model = request.soldOnly ? reachingNothing(fitted.model, table) : fitted.model;
  return { model, evidence: { ...fitted.evidence, sufficiency: sufficiencyOf(table) } };
}

/** Plans reckon with launches that cannot be seen. The test set has only those that sold. */
function reachingNothing(model: TrainedModel, { units }: LaunchTable): TrainedModel {
  const limits = [...model.report.limits, 'sold-only' as const];
  const residuals = withUnseen(model.residuals, units);
  return { ...model, residuals, report: { ...model.report, limits } };
}

function nothingToLearn(alike: AlikeOutcomes): AppError {
  const { launchCount, alikeCount, units } = alike;
  const words = `expected launches that differ, got ${alikeCount} of ${launchCount} with ${units} units`;
  return new AppError('outcomes-alike', words, { ...alike });
}

async function fitBlend(given: FitRequest): Promise<FittedLaunches> {
  const { clock } = given;
  const split = splitByTime(given.table);
  const { meaning, ...read } = await settleMeaning(given, split);
  const { looks, ...seen } = await settleLooks({ ...given, ...read }, split);
  const request = { ...given, ...read, ...seen };
  const { table } = request;
  const { training, validation, test } = split;
  const found = await backtest(request, split);
  const { net, earlier, recent } = found;
  clock.enter('check');
  // The final fit on all launches does not depend on the evaluation.
  const [settled, all] = await allOrStop(clock.end, [
    settleBlend(request, { origins: [...earlier, recent], test }).then((done) => {
      if (!clock.stops.signal('launches').aborted) clock.enter('learn-all');
      return done;
    }),
    learnAll(request, found, training.length),
  ]);
  // Without it, the model that was evaluated is kept.
  const members = all ?? recent.members;
  const { blend, level, residuals, rangeWidth, calibration, hasChanged, verdict, logged } = settled;
  const frame = reportFrame(request, members);
  const model = {
    ...members,
    // It holds much of what past launches are, which a blend without it needs not keep.
    process: weightOf(blend, 'process') > 0 ? members.process : null,
    blend,
    level,
    residuals,
    ...(rangeWidth && { rangeWidth }),
    calibration: { ...calibration, middle: meanLog(table, measuredRows(table, rowsByDate(table))) },
    returnRates: fitPlannedRates(table, rowsByDate(table), members.encoding),
    ratingSpread: learnRatingSpread(table, [
      ...earlier,
      recent,
      { members: recent.members, rows: test },
    ]),
    report: {
      ...frame,
      limits: [...frame.limits, ...(hasChanged ? ['market-changed' as const] : [])],
      method: 'net' as const,
      meaning,
      looks,
      rows: { training: training.length, validation: validation.length, test: test.length },
      holdout: verdict.holdout,
      coverage: verdict.coverage,
      headScores: verdict.headScores,
      pinballUnits: verdict.pinballUnits,
      blend,
      memberWorths: settled.memberWorths,
      net,
      settingsTried: found.settingsTried,
      ...(request.start && { startedFrom: request.start.modelId }),
      crossValidation: [...earlier, recent].map((part, i) => ({
        ...scoreOf(table, part, blend),
        covered80: settled.covered80[i],
      })),
    },
  };
  return { model, evidence: { ...NO_EVIDENCE, heldOut: verdict.heldOut, logged } };
}

/**
 * Fits the base models again, to all launches. Returns null where the seller stopped it.
 * @param evaluatedCount number of launches that the evaluated model has learnt from
 */
async function learnAll(
  request: FitRequest,
  { net, tuned, all }: Awaited<ReturnType<typeof backtest>>,
  evaluatedCount: number,
): Promise<Members | null> {
  const { clock, settings, table } = request;
  const point = { part: 'launches', done: evaluatedCount, total: table.rowCount } as const;
  const rowCount = rowsAnEpoch(net, table.rowCount);
  clock.change({ 'learn-all': tuned.epochs * rowCount }, clock.epochsDone + tuned.epochs);
  clock.offerStop(point);
  const drop = clock.stops.signal('launches');
  const inputs = ['launches', net, all.ridges, tuned.epochs, settings.seed];
  const onEpoch: OnEpoch = (report, isKnown) => {
    clock.epoch(report, { phase: 'learn-all', rowCount, isKnown });
  };
  const members = await unlessStopped(request, { inputs, drop }, () =>
    all.finish({ tuned, onEpoch, drop }),
  );
  if (members) clock.offerStop(null);
  else clock.noteStop(point, 'learn-all');
  return members;
}

function scoreOf(table: LaunchTable, part: OriginPart, blend: BlendWeights): OriginScore {
  const { actualUnits, soldOut, logs, rows, learntFrom } = part;
  const errorOf = (predicted: ArrayLike<number>): number =>
    wape(actualUnits, asCensored(unitsFromLogs(predicted), actualUnits, soldOut));
  return {
    firstDay: table.launchDay[rows[0]!]!,
    learntFrom,
    judgedOn: rows.length,
    blendWape: errorOf(blendLogs(logs, blend)),
    medianWape: errorOf(logs.median),
  };
}

/** Fits few launches by ridge alone, evaluated by cross-fitting in place of a test set. */
export async function fitShrinkage(request: FitRequest): Promise<FittedLaunches> {
  const { clock } = request;
  clock.enter('learn');
  const rows = measuredRows(request.table, rowsByDate(request.table));
  const { table, encoding, encoded } = await fitEncodingToDemand(request, rows);
  const ridges = await fitRidges(ridgeRequest({ ...request, table }, encoding), encoded);
  const left = await crossFitPredictions(request, rows);
  const shares = calibrationShares([left], rows.length);
  const blend = weightsOf({ ridge: 1 });
  const model = {
    encoding,
    net: null,
    ridges,
    trees: [],
    process: null,
    analogues: null,
    medians: fitCategoryMedians(table, rows),
    blend,
    ...forecastErrors({ origins: [calibratedResiduals(left, shares)] }),
    calibration: {
      ...shares,
      middle: meanLog(request.table, rows),
      usual: usualActions(request.table, rows),
    },
    returnRates: fitPlannedRates(request.table, rows, encoding),
    report: {
      ...reportFrame(request, { encoding, net: null }),
      method: 'shrinkage' as const,
      ...(hasLooks(request.table) && { looks: null }),
      rows: { training: rows.length, validation: 0, test: 0 },
      holdout: [],
      coverage: [],
      headScores: [],
      pinballUnits: null,
      blend,
      net: null,
      settingsTried: 0,
      crossValidation: [],
    },
  };
  return { model, evidence: NO_EVIDENCE };
}

function reportFrame(
  { table, readOthers, datasetId, settings, engine, clock }: FitRequest,
  { encoding, net }: { readonly encoding: RowEncoding; readonly net: NetWeights | null },
) {
  const space = deriveActionSpace(table, encoding.basis, lastLaunchDay(table));
  return {
    modelId: 0,
    datasetId,
    settings,
    heads: encoding.heads.outcomes.map(({ name }) => name),
    limits: dataLimits(table, space),
    backend: engine.choice,
    parameterCount: net ? parameterCount(net.shape) : 0,
    storedBytes: 0,
    ...(readOthers && { leavesTitles: true }),
    ...clock.summary(),
  };
}
