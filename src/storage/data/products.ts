import type { NewProduct } from '#core/launch/new-product.ts';
import {
  productConflicts,
  withoutChanges,
  type ProductChange,
  type ProductConflict,
} from '#core/launch/product-change.ts';
import { mergeChange } from '#core/base/merge-change.ts';
import { database } from '../database/database.ts';
import { inDataset } from './datasets.ts';
import { withStorage } from '../database/quota.ts';
import type { UndoOptions } from '../database/undo-changes.ts';

/** Loads the products that wait for a plan, in the order in which they were added. */
export function loadProducts(datasetId: number): Promise<NewProduct[]> {
  return withStorage(() => readProducts(datasetId));
}

/**
 * Adds a product under an ID that no other one has. Returns it with that ID. Throws AppError dataset-missing where the
 * data set is gone.
 */
export async function addProduct(
  datasetId: number,
  fields: Omit<NewProduct, 'id'>,
): Promise<NewProduct> {
  const make = (takenIds: ReadonlySet<string>) => [{ ...fields, id: freeId(takenIds) }];
  const [added] = await addProducts(datasetId, make);
  return added!;
}

/**
 * Adds products. One whose ID exists already replaces that product. They are made inside the transaction, from the IDs
 * in use: additions in two tabs cannot choose the same ID. Throws AppError dataset-missing where the data set is gone.
 */
export function addProducts(
  datasetId: number,
  make: (takenIds: ReadonlySet<string>) => readonly NewProduct[],
): Promise<readonly NewProduct[]> {
  return change(datasetId, async (products) => {
    const added = make(await takenIds(datasetId, products));
    const all = new Map([...products, ...added].map((product) => [product.id, product]));
    return { products: [...all.values()], result: added };
  });
}

/**
 * Removes a product; returns null where it did not exist. Throws AppError dataset-missing where the data set is gone.
 */
export function removeProduct(datasetId: number, productId: string): Promise<ProductChange | null> {
  return change(datasetId, (products) => {
    const place = products.findIndex(({ id }) => id === productId);
    const before = products[place];
    return {
      products: products.filter(({ id }) => id !== productId),
      result: before ? { id: productId, before, after: null, place } : null,
    };
  });
}

interface ProductEdit {
  /** Version that was on screen. Where another tab has changed other fields since, its changes stay. */
  readonly from: NewProduct;
  readonly to: NewProduct;
}

/**
 * Applies edits to products; skips products that have been removed meanwhile. Throws AppError dataset-missing where the
 * data set is gone.
 */
export function editProducts(
  datasetId: number,
  edits: readonly ProductEdit[],
): Promise<readonly ProductChange[]> {
  return change(datasetId, (products) => {
    const changes = products.flatMap((before, place) => {
      const edit = edits.find(({ from }) => from.id === before.id);
      if (!edit) return [];
      const after = mergeChange(edit.from, edit.to, before).merged;
      return [{ id: before.id, before, after, place }];
    });
    const byId = new Map(changes.map(({ id, after }) => [id, after]));
    return { products: products.map((each) => byId.get(each.id) ?? each), result: changes };
  });
}

/**
 * Undoes all changes or none. Returns conflicting changes of another tab; then nothing is done, unless forced. Throws
 * AppError dataset-missing where the data set is gone.
 */
export function undoProducts(
  datasetId: number,
  changes: readonly ProductChange[],
  { isForced = false }: UndoOptions = {},
): Promise<readonly ProductConflict[]> {
  return change(datasetId, async (products) => {
    const conflicts = productConflicts(changes, products);
    if (conflicts.length > 0 && !isForced) return { products, result: conflicts };
    const taken = new Set(await takenIds(datasetId, products));
    const giveId = () => {
      const id = freeId(taken);
      taken.add(id);
      return id;
    };
    return { products: withoutChanges(products, changes, giveId), result: [] };
  });
}

interface Change<T> {
  readonly products: readonly NewProduct[];
  readonly result: T;
}

function change<T>(
  datasetId: number,
  to: (products: readonly NewProduct[]) => Change<T> | PromiseLike<Change<T>>,
): Promise<T> {
  const { products: table, plans, ledger } = database;
  return inDataset(datasetId, [table, plans, ledger], async () => {
    const { products, result } = await to(await readProducts(datasetId));
    await table.put({ datasetId, products });
    return result;
  });
}

async function readProducts(datasetId: number): Promise<NewProduct[]> {
  return [...((await database.products.get(datasetId))?.products ?? [])];
}

/**
 * Returns the IDs in use, with those of removed products that have plans or were adopted: these must not pass to another
 * product.
 */
async function takenIds(
  datasetId: number,
  products: readonly NewProduct[],
): Promise<ReadonlySet<string>> {
  const ranking = await database.plans.get(datasetId);
  const planned = ranking?.plans.map(({ product }) => product) ?? [];
  const entries = await database.ledger.where({ datasetId }).toArray();
  const adopted = entries.map(({ product }) => product);
  return new Set([...products, ...planned, ...adopted].map(({ id }) => id));
}

/** Returns the first free ID of "new-1", "new-2" … */
function freeId(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`new-${number}`)) number++;
  return `new-${number}`;
}
