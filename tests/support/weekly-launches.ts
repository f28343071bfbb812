import type { LaunchTable } from '#core/launch/launch-table.ts';
import { launchTable, type LaunchRow } from './launch-table.ts';

export interface WeeklyLaunch extends LaunchRow {
  /** Units by week since launch; missing weeks are unknown. */
  readonly weeks: readonly number[];
}

/** Builds a launch table with units by week. */
export function weeklyLaunches(launches: readonly WeeklyLaunch[]): LaunchTable {
  return {
    ...launchTable(launches),
    weeklyUnits: Array.from({ length: 12 }, (_, week) =>
      Float64Array.from(launches, ({ weeks }) => weeks[week] ?? NaN),
    ),
  };
}
