// What a training has made so far, so that it can go on after its tab was closed. All of it goes once the model is stored.

import type { UnfinishedRun } from '#core/launch/unfinished-run.ts';
import { isSameRecord } from '#core/record-change.ts';
import { database, type UnfinishedRecord } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';
import { checkpointRange, forgetRun } from './run-range.ts';

/**
 * Notes a run that begins or goes on. What other code made is removed: it could be made in another way.
 * @param code names the code that trains
 */
export function openRun(
  run: Omit<UnfinishedRun, 'fraction'>,
  code: string,
): Promise<UnfinishedRun> {
  const { datasetId } = run;
  const { datasets, runs, checkpoints } = database;
  return withStorage(() =>
    database.transaction('rw', [datasets, runs, checkpoints], async () => {
      await readRecord(datasetId);
      const before = await runs.get(datasetId);
      if (before?.code !== code) await checkpointRange(datasetId).delete();
      const goesOn = before?.code === code && isSameRequest(before, run);
      const opened = goesOn ? unfinished(before) : { ...run, fraction: 0 };
      await runs.put({ ...opened, code });
      return opened;
    }),
  );
}

export async function loadUnfinishedRun(datasetId: number): Promise<UnfinishedRun | undefined> {
  const record = await withStorage(() => database.runs.get(datasetId));
  return record && unfinished(record);
}

/** Nothing of it is left to go on from. */
export function discardRun(datasetId: number): Promise<void> {
  return withStorage(() =>
    database.transaction('rw', database.runs, database.checkpoints, () => forgetRun(datasetId)),
  );
}

/** @param key of what goes into it */
export async function loadCheckpoint(datasetId: number, key: number): Promise<unknown> {
  return (await withStorage(() => database.checkpoints.get([datasetId, key])))?.value;
}

/**
 * Nothing where the run was discarded meanwhile. Throws an AppError 'storage-full' where there is no room.
 * @param fraction of the run that is done; null leaves what was noted before
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
