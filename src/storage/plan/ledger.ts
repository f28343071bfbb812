import type { AdoptedPlan, FrozenPlan } from '#core/ledger/entries/adopted-plan.ts';
import { isStanding } from '#core/ledger/entries/adopted-plan.ts';
import type { RecordChange, RecordConflict } from '#core/base/record-change.ts';
import { database } from '../database/database.ts';
import { inDataset } from '../data/datasets.ts';
import { withStorage } from '../database/quota.ts';
import { undoChanges, type UndoOptions } from '../database/undo-changes.ts';

/** Loads all plans ever adopted from a data set, in the order of adoption; withdrawn ones too. */
export function loadLedger(datasetId: number): Promise<AdoptedPlan[]> {
  return withStorage(() => database.ledger.where({ datasetId }).sortBy('id'));
}

export type LedgerChange = RecordChange<AdoptedPlan>;

export interface Adopted {
  /** Entries in the order of the plans. */
  readonly entries: readonly AdoptedPlan[];
  /** The new entries, and withdrawn ones: earlier plans of the same products that had no result yet. */
  readonly changes: readonly LedgerChange[];
}

/**
 * Adopts all plans or none. Each replaces the plan adopted earlier for its product, unless that one has a result: then
 * it is another launch. Throws AppError dataset-missing where the data set is gone.
 */
export function adoptPlans(datasetId: number, plans: readonly FrozenPlan[]): Promise<Adopted> {
  return inDataset(datasetId, [database.ledger], async () => {
    const productIds = new Set(plans.map(({ product }) => product.id));
    const kept = await database.ledger.where({ datasetId }).toArray();
    const replaced = kept
      .filter((entry) => isStanding(entry) && entry.actual === null)
      .filter(({ product }) => productIds.has(product.id))
      .map((before) => ({
        id: before.id,
        before,
        after: { ...before, withdrawnAt: adoptedAtOf(plans, before) },
      }));
    await database.ledger.bulkPut(replaced.map(({ after }) => after));
    const fresh = plans.map((plan) => ({
      ...plan,
      ...{ datasetId, actual: null, otherActuals: [], withdrawnAt: null },
    }));
    const ids = await database.ledger.bulkAdd(fresh, { allKeys: true });
    const entries = fresh.map((entry, i) => ({ ...entry, id: ids[i]! }));
    const added = entries.map((after) => ({ id: after.id, before: null, after }));
    return { entries, changes: [...replaced, ...added] };
  });
}

function adoptedAtOf(plans: readonly FrozenPlan[], { product }: AdoptedPlan): number {
  return plans.find((plan) => plan.product.id === product.id)!.adoptedAt;
}

/**
 * Changes entries inside one transaction, so two tabs never lose each other's changes. Throws AppError dataset-missing
 * where the data set is gone.
 * @param to returns the entries that change; the others stay
 * @returns the result of `to`, and the changes made
 */
export function changeLedger<T extends { readonly changed: readonly AdoptedPlan[] }>(
  datasetId: number,
  to: (entries: readonly AdoptedPlan[]) => T,
): Promise<T & { readonly changes: readonly LedgerChange[] }> {
  return inDataset(datasetId, [database.ledger], async () => {
    const entries = await database.ledger.where({ datasetId }).sortBy('id');
    const made = to(entries);
    await database.ledger.bulkPut([...made.changed]);
    const changes = made.changed.map((after) => {
      const before = entries.find(({ id }) => id === after.id) ?? null;
      return { id: after.id, before, after };
    });
    return { ...made, changes };
  });
}

/**
 * Undoes all changes or none. Returns entries that have been changed again since; then nothing is done, unless forced.
 * Throws AppError dataset-missing where the data set is gone.
 */
export function undoInLedger(
  datasetId: number,
  changes: readonly LedgerChange[],
  options?: UndoOptions,
): Promise<readonly RecordConflict<AdoptedPlan>[]> {
  return inDataset(datasetId, [database.ledger], () =>
    undoChanges(database.ledger, changes, options),
  );
}
