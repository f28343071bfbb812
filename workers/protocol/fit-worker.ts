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
  /** Bytes that the worker's engine holds. */
  readonly memoryBytes: number;
}

/** Calls that a training may make of another worker of its kind: to fit one network. */
export interface FitWorker {
  fitOneNet(request: FitRequest, job: Job<FitProgress>): Promise<FittedNet>;
}
