// Table → trained model. The members learn from the earlier launches, are tuned on later ones and judged once on the last ones; then
// everything is fitted again on all launches, because the newest ones say most about the next.

import { AppError } from '#core/errors.ts';
import { fitCategoryMedians } from '#core/evaluation/baseline.ts';
import {
  levelShift,
  residualsBySize,
  type Missed,
  type Residuals,
} from '#core/evaluation/conformal.ts';
import { wape } from '#core/evaluation/metrics.ts';
import { rowsByDate, splitByTime } from '#core/features/split.ts';
import { deriveActionSpace } from '#core/launch/action-space.ts';
import { lastLaunchDay, measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { limitsOf } from '#core/launch/limits.ts';
import { FEW_LAUNCHES, MIN_LAUNCHES } from '#core/launch/sizes.ts';
import type { OriginScore } from '#core/launch/training-report.ts';
import { blendLogs, chooseBlend, unitsFromLogs, type BlendWeights } from '#core/model/blend.ts';
import type { RowEncoding } from '#core/model/heads.ts';
import { calibrationShares, UNCALIBRATED, type JudgedLogs } from '#core/model/calibration.ts';
import { usualActions } from '#core/launch/paired-launches.ts';
import { parameterCount } from '#core/model/net-layout.ts';
import type { NetWeights } from '#core/model/net.ts';
import { asSold } from '#core/model/sold-out.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { sufficiencyOf } from '#core/scorecard/sufficiency.ts';
import { NO_EVIDENCE, type TrainingEvidence } from '#core/scorecard/training-evidence.ts';
import { rowsAnEpoch } from '#core/model/training-settings.ts';
import {
  encodeRows,
  fitAsTuned,
  fitEncodingToDemand,
  fitTuned,
  ridgeRequest,
} from './fit-members.ts';
import type { FitRequest } from './fit-request.ts';
import { meanLog } from './cross-fit.ts';
import { chooseMeaning } from './choose-meaning.ts';
import { fitRidges } from './fit-ridges.ts';
import { judge } from './judge.ts';
import { judgedLogs, leftOut, missedOf, publishedOf } from './judged-logs.ts';
import { usualLogsOf } from './usual-logs.ts';
import { logLaunches, type UnseenLaunches } from './log-launches.ts';
import { judgedPart, lookBack, type OriginPart } from './look-back.ts';

export interface FittedLaunches {
  /** The report's modelId and storedBytes are 0 until it is stored. */
  readonly model: TrainedModel;
  readonly evidence: TrainingEvidence;
}

/** Throws AppError too-few-outcomes. */
export async function fitLaunches(request: FitRequest): Promise<FittedLaunches> {
  const { table } = request;
  const measuredCount = measuredRows(table, rowsByDate(table)).length;
  if (measuredCount < MIN_LAUNCHES) {
    throw new AppError(
      'too-few-outcomes',
      `expected at least ${MIN_LAUNCHES} launches with known units, got ${measuredCount}`,
      { rowsUsed: measuredCount, minimum: MIN_LAUNCHES },
    );
  }
  const fitted = await (measuredCount < FEW_LAUNCHES ? fitShrinkage(request) : fitBlend(request));
  return { ...fitted, evidence: { ...fitted.evidence, sufficiency: sufficiencyOf(table) } };
}

async function fitBlend(given: FitRequest): Promise<FittedLaunches> {
  const { clock } = given;
  const split = splitByTime(given.table);
  const meaning = await chooseMeaning(given, split);
  const table = { ...given.table, learnsMeaning: meaning?.isKept ?? false };
  const request = { ...given, table };
  const { rowCount } = table;
  const { training, validation, test } = split;
  const found = await lookBack(request, split);
  clock.enter('learn');
  const origin = { training, later: validation };
  const { members, tuned } = await fitTuned(request, origin, {
    net: found.net,
    ridges: found.ridges,
    onEpoch: (report, isKnown) => {
      clock.epoch(report, { rowCount: rowsAnEpoch(found.net, training.length), isKnown });
    },
  });
  clock.enter('check');
  const recent = await judgedPart(request, members, origin);
  const { channels, promotions } = members.encoding.basis;
  const hasChoices = channels.length > 1 || promotions.length > 1;
  const blend = chooseBlend([...found.parts, recent], { hasChoices });
  const learnt = measuredRows(table, training);
  const usual = usualActions(table, learnt);
  const isLong = learnt.length >= LONG_HISTORY;
  const asked = (part: UnseenLaunches) =>
    isLong
      ? Promise.resolve(new Float64Array(part.rows.length))
      : usualLogsOf(request, part.members, { rows: part.rows, usual, blend });
  const parts: JudgedLogs[] = [];
  for (const part of [...found.parts, recent])
    parts.push(judgedLogs(table, part, { blend, usual, usualLogs: await asked(part) }));
  const few = await leftOutOfFew(request);
  const shares = isLong
    ? UNCALIBRATED
    : calibrationShares(
        few.length > 0 ? few : parts,
        measuredRows(table, rowsByDate(table)).length,
      );
  const earlier = parts.slice(0, -1).map((part) => missedOf(part, shares));
  const tuning = missedOf(parts.at(-1)!, shares);
  const verdict = await judge(request, members, {
    test,
    blend,
    calibration: {
      ...shares,
      middle: meanLog(table, learnt),
      usualLogs: await asked({ members, rows: test }),
      published: publishedOf(table, test, { usual, basis: members.encoding.basis }),
    },
    level: levelShift(together(tuning)),
    residuals: together(...earlier, tuning),
  });
  // The newest launches that the judged fit had not seen, the test part included now that it has been opened.
  const newest = [tuning, verdict.missed];
  const level = levelShift(together(...newest));
  const unseen = [...found.parts, recent, { members, rows: test }];
  const residuals = residualsBySize([
    ...earlier,
    ...newest,
    ...few.map((part) => missedOf(part, shares)),
  ]);
  const logged = await logLaunches(request, unseen, { blend, residuals });
  const rowsOfAll = rowsAnEpoch(found.net, rowCount);
  clock.change({ 'learn-all': tuned.epochs * rowsOfAll }, found.net.fit.epochs + tuned.epochs);
  clock.enter('learn-all');
  const all = await fitAsTuned(request, rowsByDate(table), {
    tuned,
    onEpoch: (report, isKnown) => clock.epoch(report, { rowCount: rowsOfAll, isKnown }),
  });
  const model = {
    ...all,
    blend,
    level,
    // The level is half of what the newest launches did beyond the forecast: fitted again, the members know the other half.
    residuals: residuals.map((residual) => residual - 2 * level),
    calibration: {
      ...shares,
      middle: meanLog(table, measuredRows(table, rowsByDate(table))),
      usual,
    },
    report: {
      ...reportFrame(request, all),
      method: 'net' as const,
      meaning,
      rows: { training: training.length, validation: validation.length, test: test.length },
      holdout: verdict.holdout,
      coverage: verdict.coverage,
      headScores: verdict.headScores,
      pinballUnits: verdict.pinballUnits,
      blend,
      net: found.net,
      settingsTried: found.settingsTried,
      ...(request.start && { startedFrom: request.start.modelId }),
      crossValidation: [...found.parts, recent].map((part) => scoreOf(table, part, blend)),
    },
  };
  return { model, evidence: { ...NO_EVIDENCE, heldOut: verdict.heldOut, logged } };
}

/**
 * Ranges are drawn from every point in time that was looked at, not from the last one alone: times differ from one another by more
 * than launches of one time do, and the next may be like any of them.
 */
function together(...missed: readonly Missed[]): Residuals {
  return Float64Array.from(missed.flatMap(({ residuals }) => [...residuals])).sort();
}

/** So many launches to learn from are believed whole: the slopes are near 1, and asking what is usual of all that judge takes seconds. */
const LONG_HISTORY = 1_000;

/** Where so few launches came after the points in time that were looked from, all of them judge, each by ridges fitted without it. */
const ALL_JUDGE = 100;

async function leftOutOfFew(request: FitRequest): Promise<readonly JudgedLogs[]> {
  const rows = measuredRows(request.table, rowsByDate(request.table));
  return rows.length < ALL_JUDGE ? [await leftOut(request, rows)] : [];
}

function scoreOf(table: LaunchTable, part: OriginPart, blend: BlendWeights): OriginScore {
  const { actualUnits, soldOut, logs, rows, learntFrom } = part;
  const missed = (predicted: ArrayLike<number>): number =>
    wape(actualUnits, asSold(unitsFromLogs(predicted), actualUnits, soldOut));
  return {
    firstDay: table.launchDay[rows[0]!]!,
    learntFrom,
    judgedOn: rows.length,
    blendWape: missed(blendLogs(logs, blend)),
    medianWape: missed(logs.median),
  };
}

/** Few launches: ridge alone, judged by launches that it was fitted without. */
export async function fitShrinkage(request: FitRequest): Promise<FittedLaunches> {
  const { clock } = request;
  clock.enter('learn');
  const rows = measuredRows(request.table, rowsByDate(request.table));
  const { table, encoding } = await fitEncodingToDemand(request, rows);
  const ridges = await fitRidges(
    ridgeRequest({ ...request, table }, encoding),
    encodeRows(table, rows, encoding),
  );
  const left = await leftOut(request, rows);
  const shares = calibrationShares([left], rows.length);
  const blend = { net: 0, ridge: 1, trees: 0, analogues: 0, median: 0 };
  const model = {
    encoding,
    net: null,
    ridges,
    trees: [],
    analogues: null,
    medians: fitCategoryMedians(table, rows),
    blend,
    level: 0,
    residuals: residualsBySize([missedOf(left, shares)]),
    calibration: {
      ...shares,
      middle: meanLog(request.table, rows),
      usual: usualActions(request.table, rows),
    },
    report: {
      ...reportFrame(request, { encoding, net: null }),
      method: 'shrinkage' as const,
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
  { table, datasetId, settings, engine, clock }: FitRequest,
  { encoding, net }: { readonly encoding: RowEncoding; readonly net: NetWeights | null },
) {
  const space = deriveActionSpace(table, encoding.basis, lastLaunchDay(table));
  return {
    modelId: 0,
    datasetId,
    settings,
    heads: encoding.heads.outcomes.map(({ name }) => name),
    limits: limitsOf(table, space),
    backend: engine.choice,
    parameterCount: net ? parameterCount(net.shape) : 0,
    storedBytes: 0,
    ...clock.summary(),
  };
}
