import type { EpochQuality } from '#core/model/training/epoch-quality.ts';
import type { EpochReport, NetTask } from '#core/model/training/net-task.ts';
import type { StopSignal } from '#core/base/progress.ts';
import type { ResumableRandom } from '#core/base/random.ts';
import type { OptimiserState } from './optimiser.ts';
import type { EngineSession } from './session.ts';

/**
 * State of a fit between two epochs. A fit that resumes from it ends with the same weights, to the last bit on the same
 * backend.
 */
export interface FitCheckpoint {
  readonly optimiser: OptimiserState;
  readonly order: Uint32Array;
  readonly randomState: number;
  /** Weights to return so far; null where each epoch's weights replace the previous ones. */
  readonly kept: Float32Array | null;
  readonly reports: readonly EpochReport[];
}

export interface FitOptions extends Omit<NetTask, 'rows' | 'seed' | 'yardstick'> {
  /** Freshly seeded, also where the fit resumes from a checkpoint. */
  readonly random: ResumableRandom;
  readonly stop: StopSignal;
  /**
   * Once aborted, the fit ends with the weights kept so far, after its first epoch at the earliest. An epoch that is not
   * over is left out.
   */
  readonly endEarly?: Pick<StopSignal, 'aborted'> | undefined;
  /** Lets the worker handle messages; awaited every few steps. */
  readonly pause: () => Promise<void>;
  /** Computes further metrics from the validation outputs, [members × rows × heads]. */
  readonly judge?: ((z: Float32Array) => EpochQuality) | undefined;
  readonly onEpoch: (report: EpochReport) => void;
  /** Checkpoint of a fit of the same rows and options; `onEpoch` gets the later epochs only. */
  readonly resumeFrom?: FitCheckpoint | undefined;
  /** Awaited after each epoch but the last; its argument takes the checkpoint. */
  readonly onCheckpoint?: ((take: () => Promise<FitCheckpoint>) => Promise<void>) | undefined;
  readonly session: EngineSession;
}
