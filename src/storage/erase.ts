import { database } from './database.ts';
import { withStorage } from './quota.ts';

/** Removes every data set, model, product, plan and setting: all or nothing. */
export function eraseAll(): Promise<void> {
  return withStorage(() =>
    database.transaction('rw', database.tables, async () => {
      await Promise.all(database.tables.map((table) => table.clear()));
    }),
  );
}
