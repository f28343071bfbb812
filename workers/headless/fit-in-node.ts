import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { TrainingProgress } from '#core/launch/training-report.ts';
import { AUTOMATIC_SETTINGS, type TrainingSettings } from '#core/model/training-settings.ts';
import type { TrainedModel } from '#core/model/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { Job } from '#protocol/job.ts';
import { fitLaunches } from '#workers/fit-launches.ts';
import { TrainingClock } from '#workers/training-clock.ts';

export interface FitInNode {
  readonly engine: EngineSession;
  readonly settings?: Partial<TrainingSettings>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: TrainingProgress) => void;
}

/** The worker's training, called directly. */
export function fitInNode(table: LaunchTable, options: FitInNode): Promise<TrainedModel> {
  const { engine, signal = new AbortController().signal, onProgress } = options;
  const clock = new TrainingClock({
    job: new Job<TrainingProgress>(signal, (progress) => onProgress?.(progress)),
    backend: engine.choice,
    now: () => performance.now(),
    date: () => Date.now(),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const settings = { ...AUTOMATIC_SETTINGS, ...options.settings };
  return fitLaunches({ table, datasetId: 1, settings, engine, clock });
}
