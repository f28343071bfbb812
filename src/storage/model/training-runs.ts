// Stores checkpoints of a training run, so it can go on after its tab was closed. All are deleted once the model is
// stored.

import type { StopPoint } from '#core/model/training/stop-point.ts';
import type { UnfinishedRun } from '#core/model/training/unfinished-run.ts';
import { isSameRecord } from '#core/base/record-change.ts';
import { database } from '../database/database.ts';
import type { UnfinishedRecord } from '../database/records.ts';
import { inDataset } from '../data/datasets.ts';
import { withStorage } from '../database/quota.ts';
import { checkpointRange, deleteRunRows } from './run-range.ts';

/**
 * Notes a run that begins or goes on. Deletes checkpoints of other code, which may compute them differently. Throws
 * AppError dataset-missing where the data set is gone.
 * @param code identifies the training code
 * @returns the run, with the fraction done so far where it goes on
 */
export function openRun(
  run: Omit<UnfinishedRun, 'fraction'>,
  code: string,
): Promise<UnfinishedRun> {
  const { datasetId } = run;
  const { runs, checkpoints } = database;
  return inDataset(datasetId, [runs, checkpoints], async () => {
    const before = await runs.get(datasetId);
    if (before?.code !== code) await checkpointRange(datasetId).delete();
    const goesOn = before?.code === code && isSameRequest(before, run);
    const opened = goesOn ? unfinished(before) : { ...run, fraction: 0 };
    await runs.put({ ...opened, code });
    return opened;
  });
}

/** Returns the training run that was begun and not finished; undefined where there is none. */
export async function loadUnfinishedRun(datasetId: number): Promise<UnfinishedRun | undefined> {
  const record = await withStorage(() => database.runs.get(datasetId));
  if (!record) return undefined;
  const { stopPoint } = record;
  return { ...unfinished(record), ...(stopPoint && { stopPoint }) };
}

/** Notes what stopping a paused run would keep; does nothing where the run was discarded meanwhile. */
export async function noteStopPoint(datasetId: number, stopPoint: StopPoint): Promise<void> {
  await withStorage(() => database.runs.update(datasetId, { stopPoint }));
}

/** Deletes an unfinished run with its checkpoints. */
export function deleteRun(datasetId: number): Promise<void> {
  return withStorage(() =>
    database.transaction('rw', database.runs, database.checkpoints, () => deleteRunRows(datasetId)),
  );
}

/**
 * Returns a checkpoint; undefined where there is none.
 * @param key number that identifies its inputs
 */
export async function loadCheckpoint(datasetId: number, key: number): Promise<unknown> {
  return (await withStorage(() => database.checkpoints.get([datasetId, key])))?.value;
}

/**
 * Stores a checkpoint; does nothing where the run was discarded meanwhile.
 * Throws AppError storage-full where there is no room.
 * @param fraction share of the run that is done, 0–1; null leaves the stored one
 */
export async function saveCheckpoint(
  datasetId: number,
  key: number,
  { value, fraction }: { readonly value: unknown; readonly fraction: number | null },
): Promise<void> {
  await withStorage(() =>
    database.transaction('rw', database.runs, database.checkpoints, async () => {
      const run = await database.runs.get(datasetId);
      if (!run) return;
      await database.checkpoints.put({ datasetId, key, value });
      if (fraction !== null) await database.runs.put({ ...run, fraction });
    }),
  );
}

/** Returns a run as it begins or goes on: what stopping would keep is then not known yet. */
function unfinished({
  datasetId,
  startedAt,
  compute,
  settings,
  fraction,
}: UnfinishedRecord): UnfinishedRun {
  return { datasetId, startedAt, compute, settings, fraction };
}

type Request = Pick<UnfinishedRun, 'compute' | 'settings'>;

function isSameRequest(a: Request, b: Request): boolean {
  return isSameRecord([a.compute, a.settings], [b.compute, b.settings]);
}
