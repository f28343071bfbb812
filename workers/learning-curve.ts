// Measures how much more launches would help: fits the evaluated model again, on parts of its training set.

import { missedBy } from '#core/evaluation/conformal.ts';
import { forecastErrors } from '#core/evaluation/forecast-errors.ts';
import { wape } from '#core/evaluation/metrics.ts';
import { splitByTime } from '#core/features/split.ts';
import { MIN_LAUNCHES } from '#core/launch/sizes.ts';
import type { TrainingReport } from '#core/launch/training-report.ts';
import { blendLogs, unitsFromLogs } from '#core/model/blend.ts';
import { asSold, soldOutFlags } from '#core/model/sold-out.ts';
import { rowsAnEpoch, type NetSettings } from '#core/model/training-settings.ts';
import { LEARNT_FRACTIONS, type LearningPoint } from '#core/scorecard/learning-curve.ts';
import { sum } from '#core/statistics.ts';
import { predictMembers } from './ask-members.ts';
import { fitTuned, unitsOf } from './fit-members.ts';
import type { FitRequest } from './fit-request.ts';

/** Settings and blend with which a model was evaluated. */
interface Judged extends Pick<TrainingReport, 'blend'> {
  readonly net: NetSettings;
}

/** Returns the error for each part, fewest launches first. Parts that are too small to learn from are left out. */
export async function learningCurve(
  request: FitRequest,
  { net, blend }: Judged,
): Promise<LearningPoint[]> {
  const { table, clock } = request;
  const { training, validation, test } = splitByTime(table);
  const counts = LEARNT_FRACTIONS.map((fraction) => Math.round(fraction * training.length)).filter(
    (count) => count >= MIN_LAUNCHES,
  );
  clock.start({ learn: sum(counts.map((count) => net.fit.epochs * rowsAnEpoch(net, count))) }, 1);
  clock.enter('learn');
  const tried = { actual: unitsOf(table, test), soldOut: soldOutFlags(table, test) };
  const points: LearningPoint[] = [];
  for (const count of counts) {
    const rowCount = rowsAnEpoch(net, count);
    const origin = { training: training.slice(-count), later: validation };
    const { members } = await fitTuned(request, origin, {
      net,
      onEpoch: (report, isKnown) => clock.triedEpoch(report, { phase: 'learn', rowCount, isKnown }),
    });
    const tuning = blendLogs(await predictMembers(request, members, validation), blend);
    const flags = soldOutFlags(table, validation);
    const missed = missedBy(unitsOf(table, validation), tuning, flags);
    const { level } = forecastErrors({ origins: [missed] });
    const logs = blendLogs(await predictMembers(request, members, test), blend);
    const expected = unitsFromLogs(logs.map((log) => log + level));
    points.push({
      learntFrom: count,
      wape: wape(tried.actual, asSold(expected, tried.actual, tried.soldOut)),
    });
  }
  return points;
}
