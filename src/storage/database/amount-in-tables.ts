import { storedBytes } from '#core/app/stored-bytes.ts';
import { database } from './database.ts';
import { withStorage } from './quota.ts';

interface Amount {
  /** Number of records. */
  readonly count: number;
  readonly bytes: number;
}

/** Counts the records of these tables and estimates their size in bytes. Reads every record, one at a time. */
export function amountIn(tables: readonly string[]): Promise<Amount> {
  return withStorage(async () => {
    let count = 0;
    let bytes = 0;
    for (const table of tables) {
      await database.table(table).each((record) => {
        count += 1;
        bytes += storedBytes(record);
      });
    }
    return { count, bytes };
  });
}
