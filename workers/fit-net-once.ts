// A net that was fitted before is not fitted again, and one that was begun goes on after its last epoch.

import type { EpochQuality } from '#core/evaluation/epoch-quality.ts';
import { contentKey } from '#core/fingerprint.ts';
import type { FitSettings, NetShape, NetWeights, TrainingRows } from '#core/model/net.ts';
import type { StopSignal } from '#core/progress.ts';
import { seededRandom } from '#core/random.ts';
import { fitNet, type EpochReport, type FitCheckpoint } from '#learning/fit.ts';
import type { EngineSession } from '#learning/session.ts';
import type { Journal } from './journal.ts';

/** All that decides what a net becomes, as plain values. */
export interface NetTask {
  readonly rows: TrainingRows;
  readonly validation?: TrainingRows | undefined;
  readonly shape: NetShape;
  readonly offsets: readonly number[];
  readonly settings: FitSettings;
  readonly seed: number;
  /** See FitOptions. */
  readonly stopAfter?: number | undefined;
}

export interface NetWatch {
  /** @param isKnown the epoch was learnt before the run was interrupted */
  readonly onEpoch: (report: EpochReport, isKnown: boolean) => void;
  /** See FitOptions. */
  readonly judge?: ((z: Float32Array) => EpochQuality) | undefined;
}

export type FitNet = (task: NetTask, watch: NetWatch) => Promise<NetWeights>;

export interface NetHost {
  readonly engine: EngineSession;
  readonly journal: Journal;
  readonly stop: StopSignal;
  readonly pause: () => Promise<void>;
}

type Kept =
  | { readonly checkpoint: FitCheckpoint }
  | { readonly net: NetWeights; readonly reports: readonly EpochReport[] };

export async function fitNetOnce(
  task: NetTask,
  { onEpoch, judge }: NetWatch,
  { engine, journal, stop, pause }: NetHost,
): Promise<NetWeights> {
  const key = contentKey(['net', task]);
  const kept = (await journal.load(key)) as Kept | undefined; // saved below
  const reports = [...reportsOf(kept)];
  for (const report of reports) onEpoch(report, true);
  if (kept && 'net' in kept) return kept.net;
  const { rows, seed, ...options } = task;
  const checkpoints = new Checkpoints((checkpoint) => journal.save(key, { checkpoint }));
  try {
    const net = await fitNet(rows, {
      ...options,
      random: seededRandom(seed),
      ...{ stop, pause, judge },
      session: engine,
      resumeFrom: kept?.checkpoint,
      onEpoch: (report) => {
        reports.push(report);
        onEpoch(report, false);
      },
      onCheckpoint: (take) => checkpoints.keep(take),
    });
    await checkpoints.settled();
    await journal.save(key, { net, reports } satisfies Kept);
    return net;
  } finally {
    await checkpoints.settled();
  }
}

function reportsOf(kept: Kept | undefined): readonly EpochReport[] {
  if (!kept) return [];
  return 'net' in kept ? kept.reports : kept.checkpoint.reports;
}

/** Saves beside the training. While one is being written, those of further epochs are left out: the next will hold them. */
class Checkpoints {
  readonly #save: (checkpoint: FitCheckpoint) => Promise<void>;
  #writing: Promise<void> | null = null;
  #failure: { readonly error: unknown } | null = null;

  constructor(save: (checkpoint: FitCheckpoint) => Promise<void>) {
    this.#save = save;
  }

  async keep(take: () => Promise<FitCheckpoint>): Promise<void> {
    if (this.#failure) throw this.#failure.error;
    if (this.#writing) return;
    const checkpoint = await take();
    this.#writing = this.#save(checkpoint)
      .catch((error: unknown) => {
        this.#failure = { error };
      })
      .finally(() => (this.#writing = null));
  }

  async settled(): Promise<void> {
    await this.#writing;
  }
}
