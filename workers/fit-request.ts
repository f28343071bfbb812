import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { FitNet } from '#core/model/net-task.ts';
import type { NetSettings, TrainingSettings } from '#core/model/training-settings.ts';
import type { Ridge } from '#core/ridge/ridge.ts';
import type { EngineSession } from '#learning/session.ts';
import type { Journal } from './journal.ts';
import type { TrainingClock } from './training-clock.ts';

export interface FitRequest {
  readonly table: LaunchTable;
  readonly datasetId: number;
  readonly settings: TrainingSettings;
  readonly engine: EngineSession;
  readonly clock: TrainingClock;
  readonly journal: Journal;
  readonly fitNet: FitNet;
  /** Not there: settings are searched for, and ridges know nothing beforehand. */
  readonly start?: WarmStart | undefined;
}

/** What a model of fewer launches knows already, for one that learns more of them. */
export interface WarmStart {
  readonly modelId: number;
  readonly net: NetSettings;
  readonly ridges: readonly Ridge[];
}
