// Fits networks that were not fitted before; one that was begun goes on after its last epoch.

import { epochQuality } from '#core/model/training/epoch-quality.ts';
import { contentKey } from '#core/base/bytes/fingerprint.ts';
import type { EpochReport, FittedNet, NetTask, OnEpoch } from '#core/model/training/net-task.ts';
import { seededRandom } from '#core/base/random.ts';
import { fitNet } from '#learning/fit-net.ts';
import type { FitCheckpoint } from '#learning/fit-options.ts';
import type { EngineSession } from '#learning/session.ts';
import type { FitEnds } from './fit-net.ts';
import type { Journal } from '#workers/runtime/journal.ts';

export interface NetHost {
  readonly engine: EngineSession;
  readonly journal: Journal;
  readonly stop: AbortSignal;
  readonly pause: () => Promise<void>;
}

type Kept = { readonly checkpoint: FitCheckpoint } | FittedNet;

/**
 * Returns the network, from the journal or newly fitted. Epochs of earlier runs are reported with `isKnown` true.
 * Throws what `fitNet` throws: AppError training-diverged or backend-unavailable.
 */
export async function fitNetOnce(
  task: NetTask,
  onEpoch: OnEpoch,
  { engine, journal, stop, pause, drop, stops }: NetHost & FitEnds,
): Promise<FittedNet> {
  const key = netKey(task);
  const kept = (await journal.load(key)) as Kept | undefined; // saved below
  const reports = [...reportsOf(kept)];
  for (const report of reports) onEpoch(report, true);
  if (kept && 'net' in kept) return kept;
  drop?.throwIfAborted();
  const { rows, seed, yardstick, ...options } = task;
  // A request from before the fit began, whose epochs then are gone, must not leave the first one only.
  const ending = stops?.signal('epochs');
  const endEarly = ending?.aborted && reports.length === 0 ? undefined : ending;
  const checkpoints = new Checkpoints((checkpoint) => journal.save(key, { checkpoint }));
  try {
    const net = await fitNet(rows, {
      ...options,
      random: seededRandom(seed),
      ...{ stop: drop ? AbortSignal.any([stop, drop]) : stop, pause },
      endEarly,
      judge: yardstick && ((z) => epochQuality(z, yardstick)),
      session: engine,
      resumeFrom: kept?.checkpoint,
      onEpoch: (report) => {
        reports.push(report);
        onEpoch(report, false);
      },
      onCheckpoint: (take) => checkpoints.keep(take),
    });
    await checkpoints.settled();
    const fitted: FittedNet = { net, reports };
    await journal.save(key, fitted);
    return fitted;
  } finally {
    await checkpoints.settled();
  }
}

/** Returns the network that an earlier run fitted whole; undefined where there is none. */
export async function knownNet(task: NetTask, journal: Journal): Promise<FittedNet | undefined> {
  const kept = (await journal.load(netKey(task))) as Kept | undefined; // saved above
  return kept && 'net' in kept ? kept : undefined;
}

function netKey(task: NetTask): number {
  return contentKey(['net', task]);
}

function reportsOf(kept: Kept | undefined): readonly EpochReport[] {
  if (!kept) return [];
  return 'net' in kept ? kept.reports : kept.checkpoint.reports;
}

/**
 * Saves checkpoints in parallel with training. While one is being written, those of further epochs are skipped, because
 * the next one includes them.
 */
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
