import { database } from './database.ts';
import { withStorage } from './quota.ts';
import { dropSharedFiles } from './shared-files.ts';
import { askToStop } from './stop-call.ts';
import { whileNobodyStores } from './work-lock.ts';

/** A tab stops within a second, unless its machine is busy. */
const PATIENCE_MS = 10_000;

interface EraseOptions {
  /** How long other tabs are waited for. */
  readonly patienceMs?: number;
}

/**
 * Removes every data set, model, product, plan and setting, all or nothing, and before them what was shared and not opened. `scope` is the
 * address of the app's start page. Work in all tabs is asked to stop and waited for: what is stored after everything was deleted would
 * belong to nothing. Throws AppError work-elsewhere, and nothing is removed, where some goes on.
 */
export async function eraseAll(
  scope: string,
  { patienceMs = PATIENCE_MS }: EraseOptions = {},
): Promise<void> {
  askToStop();
  await whileNobodyStores(patienceMs, async () => {
    await dropSharedFiles(scope);
    await withStorage(() =>
      database.transaction('rw', database.tables, async () => {
        await Promise.all(database.tables.map((table) => table.clear()));
      }),
    );
  });
}
