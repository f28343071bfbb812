import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { Holdout } from '#core/evaluation/scorecard/holdout.ts';

/**
 * Returns log1p of the units that the evaluated models forecast for unseen launches, by row of the table; NaN for all
 * other rows.
 */
export function knownForecasts(
  { productId, title, launchDay }: LaunchTable,
  holdout: Holdout | null,
): Float64Array {
  const rows = new Map(
    Array.from(launchDay, (day, row) => [key(productId[row]!, title[row]!, day), row] as const),
  );
  const logs = new Float64Array(launchDay.length).fill(NaN);
  holdout?.productId.forEach((id, i) => {
    const row = rows.get(key(id, holdout.title[i]!, holdout.launchDay[i]!));
    if (row !== undefined) logs[row] = holdout.predictedLog[i]!;
  });
  return logs;
}

function key(productId: string, title: string, day: number): string {
  return JSON.stringify([productId, title, day]);
}
