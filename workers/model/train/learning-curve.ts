// Measures how much more launches would help: fits the evaluated model again, on parts of its training set.

import { residualsOf } from '#core/model/blend/conformal-ranges.ts';
import { forecastErrors } from '#core/model/blend/forecast-errors.ts';
import { wape } from '#core/base/statistics/metrics.ts';
import { splitByTime } from '#core/model/features/time-split.ts';
import { MIN_LAUNCHES } from '#core/launch/history-sizes.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { blendLogs, unitsFromLogs } from '#core/model/blend/blend.ts';
import { asCensored, soldOutFlags } from '#core/model/outcomes/censored-demand.ts';
import { rowsAnEpoch, type NetSettings } from '#core/model/training/training-settings.ts';
import { LEARNT_FRACTIONS, type LearningPoint } from '#core/evaluation/scorecard/learning-curve.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { predictMembers } from '../predict/predict-outputs.ts';
import { fitTuned } from '../members/fit-members.ts';
import { unitsOf } from '../members/encode-rows.ts';
import type { FitRequest } from '../members/fit-request.ts';

/** Settings and blend with which a model was evaluated. */
interface EvaluatedSettings extends Pick<TrainingReport, 'blend'> {
  readonly net: NetSettings;
  /** Epoch after which the seller stopped the fit; undefined where it was whole. */
  readonly stopAfter?: number | undefined;
}

/**
 * Returns the error for each part, fewest launches first. Parts that are too small to learn from are left out. Throws
 * AppError training-diverged where a network's loss is not finite.
 */
export async function learningCurve(
  request: FitRequest,
  { net, blend, stopAfter }: EvaluatedSettings,
): Promise<LearningPoint[]> {
  const { table, clock } = request;
  const { training, validation, test } = splitByTime(table);
  const counts = LEARNT_FRACTIONS.map((fraction) => Math.round(fraction * training.length)).filter(
    (count) => count >= MIN_LAUNCHES,
  );
  const epochs = stopAfter ?? net.fit.epochs;
  clock.start({ learn: sum(counts.map((count) => epochs * rowsAnEpoch(net, count))) }, 1);
  clock.enter('learn');
  const tried = { actual: unitsOf(table, test), soldOut: soldOutFlags(table, test) };
  const points: LearningPoint[] = [];
  for (const count of counts) {
    const rowCount = rowsAnEpoch(net, count);
    const origin = { training: training.slice(-count), later: validation };
    const { members } = await fitTuned(request, origin, {
      ...{ net, stopAfter },
      onEpoch: (report, isKnown) => clock.triedEpoch(report, { phase: 'learn', rowCount, isKnown }),
    });
    const tuning = blendLogs(await predictMembers(request, members, validation), blend);
    const flags = soldOutFlags(table, validation);
    const residuals = residualsOf(unitsOf(table, validation), tuning, flags);
    const { level } = forecastErrors({ origins: [residuals] });
    const logs = blendLogs(await predictMembers(request, members, test), blend);
    const expected = unitsFromLogs(logs.map((log) => log + level));
    points.push({
      learntFrom: count,
      wape: wape(tried.actual, asCensored(expected, tried.actual, tried.soldOut)),
    });
  }
  return points;
}
