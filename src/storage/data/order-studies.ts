import type { RecordChange, RecordConflict } from '#core/base/record-change.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import { database } from '../database/database.ts';
import { databaseExists } from '../database/first-use.ts';
import { withStorage } from '../database/quota.ts';
import { undoChanges, type UndoOptions } from '../database/undo-changes.ts';
import { inDataset } from './datasets.ts';

/** Loads what the order lines of a data set told; null where none were read. */
export function loadOrderStudy(datasetId: number): Promise<OrderStudy | null> {
  return withStorage(async () => (await database.orderStudies.get(datasetId))?.study ?? null);
}

/** Returns what marks the orders that plans rest on; null where they show nothing that launches bring. */
export function ordersKey(study: OrderStudy | null): number | null {
  return study && study.associations.halo.effects.length > 0 ? study.readAt : null;
}

/** Loads what marks the orders that plans rest on. */
export async function loadOrdersKey(datasetId: number): Promise<number | null> {
  return ordersKey(await loadOrderStudy(datasetId));
}

/** What was read of orders, for the privacy check. */
export interface OrderReading {
  readonly fileNames: readonly string[];
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Buyers who were told apart. */
  readonly buyerCount: number;
}

/** Lists the readings of orders of all data sets, without what they told; none where nothing was ever stored. */
export async function listOrderReadings(): Promise<OrderReading[]> {
  if (!(await databaseExists())) return [];
  const records = await withStorage(() => database.orderStudies.toArray());
  return records.map(({ study: { fileNames, readAt, buyerCount } }) => ({
    ...{ fileNames, readAt, buyerCount },
  }));
}

/**
 * Replaces what the order lines told; null removes it. Returns the study before, or null. Throws AppError
 * dataset-missing where the data set is gone.
 */
export function saveOrderStudy(
  datasetId: number,
  study: OrderStudy | null,
): Promise<OrderStudy | null> {
  const { orderStudies } = database;
  return inDataset(datasetId, [orderStudies], async () => {
    const before = await orderStudies.get(datasetId);
    if (study) await orderStudies.put({ datasetId, study });
    else await orderStudies.delete(datasetId);
    return before?.study ?? null;
  });
}

/**
 * Undoes a change of the study. Throws AppError dataset-missing where the data set is gone.
 * Returns null, or a conflict where another tab has stored a study since; then nothing is done, unless forced.
 * @param change its ID is that of the data set
 */
export function undoOrderStudy(
  { id: datasetId, before, after }: RecordChange<OrderStudy>,
  options?: UndoOptions,
): Promise<RecordConflict<OrderStudy> | null> {
  const recordOf = (study: OrderStudy | null) => study && { datasetId, study };
  const change = { id: datasetId, before: recordOf(before), after: recordOf(after) };
  return inDataset(datasetId, [database.orderStudies], async () => {
    const [conflict] = await undoChanges(database.orderStudies, [change], options);
    return conflict ? { id: datasetId, before, after, now: conflict.now?.study ?? null } : null;
  });
}
