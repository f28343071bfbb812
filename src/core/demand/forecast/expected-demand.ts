// Weekly demand and its outlook → how demand differs from its usual level, for every week in which a launch was or may be.

import { mean } from '#core/base/statistics/statistics.ts';
import type { DemandIndex } from '../series/category-demand.ts';
import type { DemandPanel } from '../series/demand-panel.ts';
import type { DemandFit } from './fit-demand.ts';
import { columnsOf, expectedChange, LEAST_WEEKS } from './past-changes.ts';
import { seasonalColumns } from './seasonal-columns.ts';
import { OUTLOOK_WEEKS } from './demand-outlook.ts';

/** Weeks after a launch whose demand counts. */
const LAUNCH_WEEKS = 4;

/**
 * Returns the index of all series. A past week has what its level and the seasons before it told, as a plan would have known it;
 * a later one has the outlook.
 */
export function demandIndex(
  { firstDay, weekCount, series }: DemandPanel,
  fit: DemandFit,
): DemandIndex {
  const logs = series.map(() => new Float32Array(weekCount + OUTLOOK_WEEKS).fill(NaN));
  for (let week = LEAST_WEEKS; week < weekCount + OUTLOOK_WEEKS; week++) {
    const origin = Math.min(week, weekCount);
    const changes = meanChanges(fit, { origin, week });
    for (const [i, { levels }] of fit.smoothed.own.entries()) {
      const isKnown = !Number.isNaN(levels[origin - LEAST_WEEKS]!);
      if (isKnown) logs[i]![week] = levels[origin - 1]! + changes[i]!;
    }
  }
  return {
    firstDay,
    series: series.map(({ name }, i) => ({ category: name, logs: centred(logs[i]!, weekCount) })),
  };
}

/** Returns the expected change of each series from its level to the mean of the weeks from `week` on. */
function meanChanges(
  { smoothed, weights }: DemandFit,
  { origin, week }: { readonly origin: number; readonly week: number },
): number[] {
  const weeks = Array.from({ length: LAUNCH_WEEKS }, (_, i) =>
    seasonalColumns(smoothed, { origin, target: week + i }),
  );
  return smoothed.own.map((_, series) =>
    mean(weeks.map((columns) => expectedChange(columnsOf(columns, series), weights))),
  );
}

/** Subtracts the mean of the past weeks; what is not known is the mean. */
function centred(logs: Float32Array, weekCount: number): Float32Array {
  const past = Array.from(logs.subarray(0, weekCount)).filter((log) => !Number.isNaN(log));
  const usual = past.length > 0 ? mean(past) : NaN;
  return logs.map((log) => (Number.isNaN(log - usual) ? 0 : log - usual));
}
