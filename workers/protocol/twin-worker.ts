import type { BackendName } from '#core/model/training/training-report.ts';
import type { EpochReport, FittedNet, NetTask } from '#core/model/training/net-task.ts';
import type { RidgeTask } from '#core/model/ridge/ridge-task.ts';
import type { Ridge } from '#core/model/ridge/ridge.ts';
import type { Progress } from '#core/base/progress.ts';
import type { Job } from './job.ts';

export interface OneNetRequest {
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

export interface OneRidgeRequest {
  readonly datasetId: number;
  readonly task: RidgeTask;
}

export interface EncoderRequest {
  readonly backend: BackendName;
  /** The language model's weights, as they are stored. */
  readonly weights: Uint8Array<ArrayBuffer>;
}

/** Calls that a training may make of another worker of its kind, to share its work. */
export interface TwinWorker {
  fitOneNet(request: OneNetRequest, job: Job<FitProgress>): Promise<FittedNet>;
  fitOneRidge(request: OneRidgeRequest, job: Job): Promise<Ridge>;
  /** Opens the encoder of names, until `closeEncoder`. */
  openEncoder(request: EncoderRequest): Promise<void>;
  /** Returns the embeddings of each batch of tokenised texts, [texts × 512]. */
  embedBatches(
    batches: readonly (readonly (readonly number[])[])[],
    job: Job,
  ): Promise<Float32Array[]>;
  closeEncoder(): Promise<void>;
}
