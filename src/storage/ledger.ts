import type { AdoptedPlan, FrozenPlan } from '#core/ledger/adopted-plan.ts';
import { isStanding } from '#core/ledger/adopted-plan.ts';
import { database } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';

/** All plans that were ever adopted from a data set, in the order in which they were; withdrawn ones too. */
export function loadLedger(datasetId: number): Promise<AdoptedPlan[]> {
  return withStorage(() => database.ledger.where({ datasetId }).sortBy('id'));
}

export interface Adopted {
  readonly entry: AdoptedPlan;
  /** Plans of the same product that had no result yet, as they were: they are withdrawn. */
  readonly replaced: readonly AdoptedPlan[];
}

/** Takes the place of what was adopted for the product before, unless that has a result: then it is another launch. */
export function adoptPlan(datasetId: number, plan: FrozenPlan): Promise<Adopted> {
  return inLedger(datasetId, async () => {
    const entries = await database.ledger.where({ datasetId }).toArray();
    const replaced = entries.filter(
      (entry) => isStanding(entry) && entry.actual === null && entry.product.id === plan.product.id,
    );
    const withdrawnAt = plan.adoptedAt;
    await database.ledger.bulkPut(replaced.map((entry) => ({ ...entry, withdrawnAt })));
    const fresh = { ...plan, datasetId, actual: null, otherActuals: [], withdrawnAt: null };
    const id = await database.ledger.add(fresh);
    return { entry: { ...fresh, id }, replaced };
  });
}

/** Undoes an adoption: as if it had never been. */
export function forgetAdoption(datasetId: number, { entry, replaced }: Adopted): Promise<void> {
  return inLedger(datasetId, async () => {
    await database.ledger.delete(entry.id);
    await database.ledger.bulkPut([...replaced]);
  });
}

/**
 * Changes entries inside one transaction, so that two tabs lose nothing of each other's.
 * @param to gives those that change; the others stay
 * @returns what it gave, and the entries as they were
 */
export function changeLedger<T extends { readonly changed: readonly AdoptedPlan[] }>(
  datasetId: number,
  to: (entries: readonly AdoptedPlan[]) => T,
): Promise<T & { readonly before: readonly AdoptedPlan[] }> {
  return inLedger(datasetId, async () => {
    const entries = await database.ledger.where({ datasetId }).sortBy('id');
    const made = to(entries);
    const ids = new Set(made.changed.map(({ id }) => id));
    await database.ledger.bulkPut([...made.changed]);
    return { ...made, before: entries.filter(({ id }) => ids.has(id)) };
  });
}

/** Puts entries back as they were. */
export function restoreEntries(
  datasetId: number,
  entries: readonly AdoptedPlan[],
): Promise<unknown> {
  return inLedger(datasetId, () => database.ledger.bulkPut([...entries]));
}

function inLedger<T>(datasetId: number, work: () => Promise<T> | PromiseLike<T>): Promise<T> {
  return withStorage(() =>
    database.transaction('rw', database.datasets, database.ledger, async () => {
      await readRecord(datasetId);
      return work();
    }),
  );
}
