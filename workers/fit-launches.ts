// Table → trained model. Net and baselines learn from the earlier launches, are tuned on later ones and judged once on the
// last ones; then everything is fitted again on all launches, because the newest ones say most about the next.

import { AppError } from '#core/errors.ts';
import { fitCategoryMedians, predictCategoryMedian } from '#core/evaluation/baseline.ts';
import {
  coverage,
  fitResiduals,
  levelShift,
  RANGE_QUANTILES,
  residualAt,
  type Residuals,
} from '#core/evaluation/conformal.ts';
import { meanAbsoluteError, pinball, r2OfLog1p, wape } from '#core/evaluation/metrics.ts';
import { rowsByDate, splitByTime } from '#core/features/split.ts';
import { deriveActionSpace } from '#core/launch/action-space.ts';
import { lastLaunchDay, measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { limitsOf } from '#core/launch/limits.ts';
import { FEW_LAUNCHES, MIN_LAUNCHES } from '#core/launch/sizes.ts';
import type { HoldoutScore, OriginScore, TrainingReport } from '#core/launch/training-report.ts';
import { blendLogs, chooseBlend, unitsFromLogs, type BlendWeights } from '#core/model/blend.ts';
import { unitsScale, type RowEncoding } from '#core/model/heads.ts';
import type { NetWeights } from '#core/model/net.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import { unitsFromOutcomes } from '#core/model/units-scale.ts';
import { mean } from '#core/statistics.ts';
import { parameterCount } from '#learning/network.ts';
import {
  encodeRows,
  fitAsTuned,
  fitEncoding,
  fitTuned,
  predictMembers,
  unitsOf,
  type FitRequest,
  type Members,
} from './fit-members.ts';
import { judgedPart, lookBack, type OriginPart } from './look-back.ts';
import { scoreHeads } from './score-heads.ts';
import { fitRidgesLeavingOneOut } from './fit-ridges.ts';

/** Throws AppError too-few-outcomes; the report's modelId and storedBytes are 0 until the model is stored. */
export async function fitLaunches(request: FitRequest): Promise<TrainedModel> {
  const { table } = request;
  const measuredCount = measuredRows(table, rowsByDate(table)).length;
  if (measuredCount < MIN_LAUNCHES) {
    throw new AppError(
      'too-few-outcomes',
      `expected at least ${MIN_LAUNCHES} launches with known units, got ${measuredCount}`,
      { rowsUsed: measuredCount, minimum: MIN_LAUNCHES },
    );
  }
  return measuredCount < FEW_LAUNCHES ? fitShrinkage(request) : fitBlend(request);
}

const COVERAGE_PROMISES = [0.5, 0.8, 0.9];

async function fitBlend(request: FitRequest): Promise<TrainedModel> {
  const { table, clock } = request;
  const { rowCount } = table;
  const split = splitByTime(table);
  const { training, validation, test } = split;
  const found = await lookBack(request, split);
  clock.enter('learn');
  const { members, tuned } = await fitTuned(
    request,
    { training, later: validation },
    { net: found.net, onEpoch: (report) => clock.epoch(report, training.length) },
  );
  clock.enter('check');
  const recent = await judgedPart(request, members, validation);
  const { channels, promotions } = members.encoding.basis;
  const hasChoices = channels.length > 1 || promotions.length > 1;
  const blend = chooseBlend([...found.parts, recent], { hasChoices });
  const residuals = recentResiduals([recent, ...found.parts.toReversed()], blend);
  const verdict = await judge(request, members, { test, blend, residuals });
  // The newest launches that the judged fit had not seen, the test part included now that it has been opened.
  const newest = Float64Array.from([...residuals, ...verdict.residuals]).sort();
  const level = levelShift(newest);
  clock.change({ 'learn-all': tuned.epochs * rowCount }, found.net.fit.epochs + tuned.epochs);
  clock.enter('learn-all');
  const all = await fitAsTuned(request, rowsByDate(table), {
    tuned,
    onEpoch: (report) => clock.epoch(report, rowCount),
  });
  return {
    ...all,
    blend,
    level,
    residuals: newest.map((residual) => residual - level),
    report: {
      ...reportFrame(request, all),
      method: 'net',
      rows: { training: training.length, validation: validation.length, test: test.length },
      holdout: verdict.holdout,
      coverage: verdict.coverage,
      headScores: verdict.headScores,
      pinballUnits: verdict.pinballUnits,
      blend,
      net: found.net,
      settingsTried: found.settingsTried,
      crossValidation: [...found.parts, recent].map((part) => scoreOf(table, part, blend)),
    },
  };
}

/** Ranges are drawn from at least so many of the newest launches, where an earlier point in time can lend some. */
const ENOUGH_RESIDUALS = 100;

/** @param parts the newest first */
function recentResiduals(parts: readonly OriginPart[], blend: BlendWeights): Residuals {
  let residuals: number[] = [];
  for (const { actualUnits, logs } of parts) {
    if (residuals.length >= ENOUGH_RESIDUALS) break;
    residuals = [...residuals, ...fitResiduals(actualUnits, blendLogs(logs, blend))];
  }
  return Float64Array.from(residuals).sort();
}

function scoreOf(table: LaunchTable, part: OriginPart, blend: BlendWeights): OriginScore {
  const { actualUnits, logs, rows, learntFrom } = part;
  return {
    firstDay: table.launchDay[rows[0]!]!,
    learntFrom,
    judgedOn: rows.length,
    blendWape: wape(actualUnits, unitsFromLogs(blendLogs(logs, blend))),
    medianWape: wape(actualUnits, unitsFromLogs(logs.median)),
  };
}

/** Few launches: ridge alone, whose leave-one-out errors stand in for a held-out part. */
async function fitShrinkage(request: FitRequest): Promise<TrainedModel> {
  const { table, settings, clock } = request;
  clock.enter('learn');
  const rows = measuredRows(table, rowsByDate(table));
  const encoding = fitEncoding(table, rows);
  const { ridges, leftOut } = await fitRidgesLeavingOneOut(
    { table, encoding, seed: settings.seed, breathe: () => clock.breathe() },
    encodeRows(table, rows, encoding),
  );
  const predicted = unitsFromOutcomes(leftOut, unitsScale(encoding.heads));
  const blend = { net: 0, ridge: 1, trees: 0, median: 0 };
  return {
    encoding,
    net: null,
    ridges,
    trees: [],
    medians: fitCategoryMedians(table, rows),
    blend,
    level: 0,
    residuals: fitResiduals(unitsOf(table, rows), predicted),
    report: {
      ...reportFrame(request, { encoding, net: null }),
      method: 'shrinkage',
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
}

interface Verdict {
  readonly holdout: readonly HoldoutScore[];
  readonly coverage: TrainingReport['coverage'];
  readonly headScores: TrainingReport['headScores'];
  readonly pinballUnits: number;
  readonly residuals: Residuals;
}

async function judge(
  request: FitRequest,
  members: Members,
  options: {
    readonly test: Uint32Array;
    readonly blend: BlendWeights;
    readonly residuals: Residuals;
  },
): Promise<Verdict> {
  const { table } = request;
  const { test, residuals } = options;
  const logs = await predictMembers(request, members, test);
  const actual = unitsOf(table, test);
  const level = levelShift(residuals);
  const unlevelled = blendLogs(logs, options.blend);
  const blended = unlevelled.map((log) => log + level);
  const score = (method: HoldoutScore['method'], predicted: ArrayLike<number>): HoldoutScore => ({
    method,
    wape: wape(actual, predicted),
    maeUnits: meanAbsoluteError(actual, predicted),
    r2Log: r2OfLog1p(actual, predicted),
  });
  return {
    holdout: [
      score('debut', unitsFromLogs(blended)),
      score('net', unitsFromLogs(logs.net)),
      score('trees', unitsFromLogs(logs.trees)),
      score('ridge', unitsFromLogs(logs.ridge)),
      score('category-median', baselineUnits(request, test)),
    ],
    coverage: COVERAGE_PROMISES.map((promisedFraction) => ({
      promisedFraction,
      reachedFraction: coverage(actual, unlevelled, { residuals, promisedFraction }),
    })),
    headScores: await scoreHeads(request, members, { test, blend: options.blend }),
    pinballUnits: mean(
      RANGE_QUANTILES.map((fraction) => {
        const shift = residualAt(residuals, fraction);
        return pinball(actual, unitsFromLogs(unlevelled.map((log) => log + shift)), fraction);
      }),
    ),
    residuals: fitResiduals(actual, unlevelled),
  };
}

/** The baseline may learn from everything before the test part: it has nothing to tune. */
function baselineUnits({ table }: FitRequest, test: Uint32Array): number[] {
  const measured = measuredRows(table, rowsByDate(table));
  const medians = fitCategoryMedians(table, measured.slice(0, measured.length - test.length));
  return Array.from(test, (row) => predictCategoryMedian(medians, table.category[row]!));
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
