import type { NewProduct } from '#core/launch/new-product.ts';
import {
  productConflicts,
  withoutChanges,
  type ProductChange,
  type ProductConflict,
} from '#core/launch/product-change.ts';
import { mergeChange } from '#core/merge-change.ts';
import { database } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';
import type { TakeBackOptions } from './take-back.ts';

/** The products that wait for a plan, in the order in which they were added. */
export function loadProducts(datasetId: number): Promise<NewProduct[]> {
  return withStorage(() => readProducts(datasetId));
}

/** Adds a product under an id that no other one has. */
export async function addProduct(
  datasetId: number,
  fields: Omit<NewProduct, 'id'>,
): Promise<NewProduct> {
  const make = (takenIds: ReadonlySet<string>) => [{ ...fields, id: freeId(takenIds) }];
  const [added] = await addProducts(datasetId, make);
  return added!;
}

/**
 * A product whose id is already there takes its place. The products are made inside the transaction, from the ids that are
 * taken: two additions at once, in two tabs even, cannot choose the same.
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

/** null where it was not there. */
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

export interface ProductEdit {
  /** What was on screen: what another tab has changed of it since stays, unless both changed the same. */
  readonly from: NewProduct;
  readonly to: NewProduct;
}

/** One that has been removed meanwhile stays so. */
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

/** Takes all changes back, or none: what another tab has changed of the same since is given back, and nothing is done unless it is forced. */
export function takeBackProducts(
  datasetId: number,
  changes: readonly ProductChange[],
  { isForced = false }: TakeBackOptions = {},
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
  const { datasets, products: table, plans } = database;
  return withStorage(() =>
    database.transaction('rw', datasets, table, plans, async () => {
      await readRecord(datasetId);
      const { products, result } = await to(await readProducts(datasetId));
      await table.put({ datasetId, products });
      return result;
    }),
  );
}

async function readProducts(datasetId: number): Promise<NewProduct[]> {
  return [...((await database.products.get(datasetId))?.products ?? [])];
}

/** Those of planned products that have been removed too: their plans must not pass to another product. */
async function takenIds(
  datasetId: number,
  products: readonly NewProduct[],
): Promise<ReadonlySet<string>> {
  const ranking = await database.plans.get(datasetId);
  const planned = ranking?.plans.map(({ product }) => product) ?? [];
  return new Set([...products, ...planned].map(({ id }) => id));
}

/** The first "new-1", "new-2" … that is free. */
function freeId(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`new-${number}`)) number++;
  return `new-${number}`;
}
