import type { NewProduct } from '#core/launch/new-product.ts';
import { database } from './database.ts';
import { readRecord } from './datasets.ts';
import { withStorage } from './quota.ts';

/** The products that wait for a plan, in the order in which they were added. */
export function loadProducts(datasetId: number): Promise<NewProduct[]> {
  return withStorage(() => readProducts(datasetId));
}

export function saveProducts(datasetId: number, products: readonly NewProduct[]): Promise<void> {
  return change(datasetId, () => products);
}

/** A product whose id is already there takes its place. */
export function addProducts(datasetId: number, added: readonly NewProduct[]): Promise<void> {
  return change(datasetId, (products) => [
    ...new Map([...products, ...added].map((product) => [product.id, product])).values(),
  ]);
}

export function removeProduct(datasetId: number, productId: string): Promise<void> {
  return change(datasetId, (products) => products.filter(({ id }) => id !== productId));
}

function change(
  datasetId: number,
  to: (products: readonly NewProduct[]) => readonly NewProduct[],
): Promise<void> {
  return withStorage(() =>
    database.transaction('rw', database.datasets, database.products, async () => {
      await readRecord(datasetId);
      await database.products.put({ datasetId, products: to(await readProducts(datasetId)) });
    }),
  );
}

async function readProducts(datasetId: number): Promise<NewProduct[]> {
  return [...((await database.products.get(datasetId))?.products ?? [])];
}
