import { database } from './database.ts';
import { withStorage } from './quota.ts';
import { dropSharedFiles } from './shared-files.ts';

/**
 * Removes every data set, model, product, plan and setting, all or nothing, and before them what was shared and not opened. `scope` is the
 * address of the app's start page.
 */
export async function eraseAll(scope: string): Promise<void> {
  await dropSharedFiles(scope);
  await withStorage(() =>
    database.transaction('rw', database.tables, async () => {
      await Promise.all(database.tables.map((table) => table.clear()));
    }),
  );
}
