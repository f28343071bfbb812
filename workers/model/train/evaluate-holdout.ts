// Evaluates once on the last launches: errors of the blend and each base model, and the coverage of ranges.

import { coverage, errorAt, RANGE_QUANTILES } from '#core/model/blend/conformal-ranges.ts';
import type { ForecastErrors } from '#core/model/blend/forecast-errors.ts';
import { meanAbsoluteError, pinball, r2OfLog1p, wape } from '#core/base/statistics/metrics.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { measuredRows } from '#core/launch/launch-table.ts';
import type { UsualAction } from '#core/model/features/paired-launches.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { unitsFromLogs, type BlendWeights, type UnseenPart } from '#core/model/blend/blend.ts';
import type { UnseenLogs, Shares } from '#core/model/blend/calibration.ts';
import { asCensored, soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import type { Holdout, Method } from '#core/evaluation/scorecard/holdout.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { predictOutputs, memberLogs } from '../predict/predict-outputs.ts';
import { unitsOf } from '../members/encode-rows.ts';
import type { Members } from '../members/members.ts';
import type { FitRequest } from '../members/fit-request.ts';
import { holdoutRecord } from './holdout-record.ts';
import { evaluateHeads } from './evaluate-heads.ts';
import { calibratedLogs, unseenPredictions } from './unseen-predictions.ts';

const COVERAGE_PROMISES = [0.5, 0.8, 0.9];

interface Verdict extends Pick<
  TrainingReport,
  'holdout' | 'coverage' | 'headScores' | 'pinballUnits'
> {
  readonly heldOut: Holdout;
  readonly unseen: UnseenLogs;
  readonly part: UnseenPart;
}

/** Returns the scores of all methods on the test set, and the record of its launches. */
export async function evaluateHoldout(
  request: FitRequest,
  members: Members,
  options: {
    readonly test: Uint32Array;
    readonly blend: BlendWeights;
    readonly shares: Shares;
    /** Usual actions, and log1p(units) of each launch of the test set under them. */
    readonly usual: readonly UsualAction[];
    readonly usualLogs: Float64Array;
    /** Number of training launches of the base models. */
    readonly learntFrom: number;
    /** Errors on launches before the test set. */
    readonly errors: ForecastErrors;
  },
): Promise<Verdict> {
  const { table } = request;
  const { test, blend, errors } = options;
  const { residuals, rangeWidth } = errors;
  const outputs = await predictOutputs(request, members, test);
  const logs = memberLogs(table, members, outputs);
  const part = {
    ...{ members, logs, rows: test, learntFrom: options.learntFrom },
    actualUnits: unitsOf(table, test),
    soldOut: soldOutFlags(table, test),
  };
  const unseen = unseenPredictions(table, part, options);
  const predicted = calibratedLogs(unseen, options.shares).map((log) => log + errors.level);
  const measured = measuredRows(table, rowsByDate(table));
  const known = measured.slice(0, measured.length - test.length);
  const { scores, rates } = evaluateHeads(table, members, { outputs, blend, known });
  const heldOut = holdoutRecord(table, {
    ...{ rows: test, logs, predicted, residuals, rangeWidth, rates },
  });
  const { actualUnits: actual, soldOut } = heldOut;
  const sold = (predicted: ArrayLike<number>) => asCensored(predicted, actual, soldOut);
  return {
    heldOut,
    holdout: METHODS.flatMap((method) => {
      const units = heldOut.expectedUnits[method];
      if (!units) return [];
      const predicted = sold(units);
      return {
        method,
        wape: wape(actual, predicted),
        maeUnits: meanAbsoluteError(actual, predicted),
        r2Log: r2OfLog1p(actual, predicted),
      };
    }),
    coverage: COVERAGE_PROMISES.map((promisedFraction) => ({
      promisedFraction,
      reachedFraction: coverage(actual, predicted, {
        ...{ residuals, rangeWidth, promisedFraction, soldOut },
      }),
    })),
    headScores: scores,
    pinballUnits: mean(
      RANGE_QUANTILES.map((fraction) => {
        const units = unitsFromLogs(predicted.map((log) => log + errorAt(errors, log, fraction)));
        return pinball(actual, sold(units), fraction);
      }),
    ),
    unseen,
    part,
  };
}

const METHODS: readonly Method[] = [
  'debut',
  'net',
  'trees',
  'ridge',
  'process',
  'analogues',
  'last-year',
  'category-median',
];
