import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';
import { deleteSharedFiles } from '../data/shared-files.ts';
import { broadcastStop } from './stop-broadcast.ts';
import { whileNobodyStores } from '../database/work-lock.ts';

/** Longest wait for other tabs by default, in milliseconds. A tab stops within a second, unless its machine is busy. */
const PATIENCE_MS = 10_000;

interface EraseOptions {
  /** Longest wait for work in other tabs to stop, in milliseconds. */
  readonly patienceMs?: number;
}

/**
 * Deletes every data set, model, product, plan and setting, all or nothing. First deletes shared files never opened.
 * Asks work in all tabs to stop and waits for it: a result stored after the deletion would belong to no data set.
 * Throws AppError work-elsewhere, and deletes nothing, where some work goes on.
 * @param scope address of the app's home page
 */
export async function eraseAll(
  scope: string,
  { patienceMs = PATIENCE_MS }: EraseOptions = {},
): Promise<void> {
  broadcastStop();
  await whileNobodyStores(patienceMs, async () => {
    await deleteSharedFiles(scope);
    await withStorage(() =>
      database.transaction('rw', database.tables, async () => {
        await Promise.all(database.tables.map((table) => table.clear()));
      }),
    );
  });
}
