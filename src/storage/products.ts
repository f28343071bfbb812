import type { NewProduct } from '#core/launch/new-product.ts';
import { database } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';

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

/** The place where it stood, or -1. */
export function removeProduct(datasetId: number, productId: string): Promise<number> {
  return change(datasetId, (products) => ({
    products: products.filter(({ id }) => id !== productId),
    result: products.findIndex(({ id }) => id === productId),
  }));
}

/** Puts a removed product back to its place. If its id was given to another one meanwhile, it gets a new one. */
export function restoreProduct(
  datasetId: number,
  product: NewProduct,
  place: number,
): Promise<void> {
  return change(datasetId, async (products) => {
    const isTaken = products.some(({ id }) => id === product.id);
    const id = isTaken ? freeId(await takenIds(datasetId, products)) : product.id;
    return { products: products.toSpliced(place, 0, { ...product, id }), result: undefined };
  });
}

/** Each takes the place of the product with its id; one that has been removed meanwhile stays so. */
export function replaceProducts(datasetId: number, changed: readonly NewProduct[]): Promise<void> {
  const byId = new Map(changed.map((product) => [product.id, product]));
  return change(datasetId, (products) => ({
    products: products.map((product) => byId.get(product.id) ?? product),
    result: undefined,
  }));
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
