// The last launches judge once: how far the blend and each member missed, and how often ranges held.

import { fitCategoryMedians, predictCategoryMedian } from '#core/evaluation/baseline.ts';
import {
  coverage,
  missedBy,
  RANGE_QUANTILES,
  residualAt,
  type Missed,
  type Residuals,
} from '#core/evaluation/conformal.ts';
import { meanAbsoluteError, pinball, r2OfLog1p, wape } from '#core/evaluation/metrics.ts';
import { rowsByDate } from '#core/features/split.ts';
import { measuredRows } from '#core/launch/launch-table.ts';
import type { HoldoutScore, TrainingReport } from '#core/launch/training-report.ts';
import { blendLogs, unitsFromLogs, type BlendWeights } from '#core/model/blend.ts';
import { asSold, soldOutFlags } from '#core/model/sold-out.ts';
import { mean } from '#core/statistics.ts';
import { askMembers, memberLogs, unitsOf, type FitRequest, type Members } from './fit-members.ts';
import { scoreHeads } from './score-heads.ts';

const COVERAGE_PROMISES = [0.5, 0.8, 0.9];

interface Verdict extends Pick<
  TrainingReport,
  'holdout' | 'coverage' | 'headScores' | 'pinballUnits'
> {
  readonly missed: Missed;
}

export async function judge(
  request: FitRequest,
  members: Members,
  options: {
    readonly test: Uint32Array;
    readonly blend: BlendWeights;
    readonly level: number;
    readonly residuals: Residuals;
  },
): Promise<Verdict> {
  const { table } = request;
  const { test, level, residuals } = options;
  const outputs = await askMembers(request, members, test);
  const logs = memberLogs(table, members, outputs);
  const actual = unitsOf(table, test);
  const soldOut = soldOutFlags(table, test);
  const sold = (predicted: ArrayLike<number>) => asSold(predicted, actual, soldOut);
  const unlevelled = blendLogs(logs, options.blend);
  const blended = unlevelled.map((log) => log + level);
  const score = (method: HoldoutScore['method'], demand: ArrayLike<number>): HoldoutScore => {
    const predicted = sold(demand);
    return {
      method,
      wape: wape(actual, predicted),
      maeUnits: meanAbsoluteError(actual, predicted),
      r2Log: r2OfLog1p(actual, predicted),
    };
  };
  return {
    holdout: [
      score('debut', unitsFromLogs(blended)),
      score('net', unitsFromLogs(logs.net)),
      score('trees', unitsFromLogs(logs.trees)),
      score('ridge', unitsFromLogs(logs.ridge)),
      score('analogues', unitsFromLogs(logs.analogues)),
      score('category-median', baselineUnits(request, test)),
    ],
    coverage: COVERAGE_PROMISES.map((promisedFraction) => ({
      promisedFraction,
      reachedFraction: coverage(actual, unlevelled, { residuals, promisedFraction, soldOut }),
    })),
    headScores: scoreHeads(table, members, { outputs, blend: options.blend }),
    pinballUnits: mean(
      RANGE_QUANTILES.map((fraction) => {
        const shift = residualAt(residuals, fraction);
        const units = unitsFromLogs(unlevelled.map((log) => log + shift));
        return pinball(actual, sold(units), fraction);
      }),
    ),
    missed: missedBy(actual, unlevelled, soldOut),
  };
}

/** The baseline may learn from everything before the test part: it has nothing to tune. */
function baselineUnits({ table }: FitRequest, test: Uint32Array): number[] {
  const measured = measuredRows(table, rowsByDate(table));
  const medians = fitCategoryMedians(table, measured.slice(0, measured.length - test.length));
  return Array.from(test, (row) => predictCategoryMedian(medians, table.category[row]!));
}
