import type { BackendName } from '#core/launch/training-report.ts';
import type { EpochReport, FittedNet, NetTask } from '#core/model/net-task.ts';
import type { Progress } from '#core/progress.ts';
import type { Job } from './job.ts';

export interface FitRequest {
  readonly datasetId: number;
  readonly backend: BackendName;
  readonly task: NetTask;
}

export interface FitProgress extends Progress {
  readonly report: EpochReport;
  readonly isKnown: boolean;
  /** What the worker's processor holds. */
  readonly memoryBytes: number;
}

/** What a training may ask of another worker of its kind: to fit one net. */
export interface FitWorker {
  fitOneNet(request: FitRequest, job: Job<FitProgress>): Promise<FittedNet>;
}
