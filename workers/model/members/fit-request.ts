import type { TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NetSettings, TrainingSettings } from '#core/model/training/training-settings.ts';
import type { RidgeTask } from '#core/model/ridge/ridge-task.ts';
import type { Ridge } from '#core/model/ridge/ridge.ts';
import type { EngineSession } from '#learning/session.ts';
import type { FitNet } from './fit-net.ts';
import type { Journal } from '#workers/runtime/journal.ts';
import type { TrainingClock } from '#workers/runtime/training-clock.ts';

export interface FitRequest {
  readonly table: LaunchTable;
  /**
   * Reads the titles that the language model has left unread, and returns the embeddings of all texts, or undefined
   * where it cannot be had. Missing where none is left.
   */
  readonly readOthers?: (() => Promise<TextEmbeddings | undefined>) | undefined;
  readonly datasetId: number;
  /** Whether launches that sold nothing cannot be seen. */
  readonly soldOnly?: boolean;
  readonly settings: TrainingSettings;
  readonly engine: EngineSession;
  readonly clock: TrainingClock;
  readonly journal: Journal;
  readonly fitNet: FitNet;
  /** Fits a ridge in another worker; null where all are busy. undefined: all are fitted here. */
  readonly fitRidgeElsewhere?: ((task: RidgeTask) => Promise<Ridge> | null) | undefined;
  /** undefined: settings are searched for, and ridges start without penalties of an earlier fit. */
  readonly start?: WarmStart | undefined;
}

/** What a model of fewer launches passes on to one that learns from more. */
export interface WarmStart {
  readonly modelId: number;
  readonly net: NetSettings;
  readonly ridges: readonly Ridge[];
}
