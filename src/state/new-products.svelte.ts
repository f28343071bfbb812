import { createContext } from 'svelte';
import type { ProductImportReport } from '#core/csv/import-report.ts';
import { isAbort } from '#core/errors.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { importProducts } from '#jobs/dataset-jobs.ts';
import { addProducts, loadProducts, removeProduct, saveProducts } from '#storage/products.ts';
import type { Notices } from './notices.svelte.ts';

type ProductsPhase =
  | { readonly status: 'idle' }
  | { readonly status: 'importing'; readonly fileName: string }
  | { readonly status: 'imported'; readonly report: ProductImportReport }
  | { readonly status: 'failed'; readonly error: unknown };

const ports = { importProducts, addProducts, loadProducts, removeProduct, saveProducts };
export type ProductPorts = typeof ports;

/** Changes to the products that wait for a plan; the list itself is read from storage. */
export class NewProducts {
  readonly #notices: Notices;
  readonly #ports: ProductPorts;
  #phase = $state.raw<ProductsPhase>({ status: 'idle' });

  constructor(notices: Notices, withPorts: ProductPorts = ports) {
    this.#notices = notices;
    this.#ports = withPorts;
  }

  get phase(): ProductsPhase {
    return this.#phase;
  }

  async add(datasetId: number, fields: Omit<NewProduct, 'id'>): Promise<void> {
    await this.#attempt(async () => {
      const taken = (await this.#ports.loadProducts(datasetId)).map(({ id }) => id);
      await this.#ports.addProducts(datasetId, [{ ...fields, id: freeId(taken) }]);
      this.#phase = { status: 'idle' };
      this.#notices.say(`Added ${fields.title}.`);
    });
  }

  async importFile(datasetId: number, file: File): Promise<void> {
    this.#phase = { status: 'importing', fileName: file.name };
    await this.#attempt(async () => {
      const report = await this.#ports.importProducts({ file, datasetId }, {});
      this.#phase = { status: 'imported', report };
    });
  }

  async remove(datasetId: number, product: NewProduct): Promise<void> {
    await this.#attempt(async () => {
      const before = await this.#ports.loadProducts(datasetId);
      const place = before.findIndex(({ id }) => id === product.id);
      await this.#ports.removeProduct(datasetId, product.id);
      this.#notices.offerUndo({
        text: `Removed “${product.title || product.id}”.`,
        restore: () => this.#attempt(() => this.#putBack(datasetId, product, place)),
      });
    });
  }

  async #putBack(datasetId: number, product: NewProduct, place: number): Promise<void> {
    const products = await this.#ports.loadProducts(datasetId);
    await this.#ports.saveProducts(datasetId, products.toSpliced(place, 0, product));
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#phase = isAbort(error) ? { status: 'idle' } : { status: 'failed', error };
    }
  }
}

/** The first "new-1", "new-2" … that is free. */
function freeId(taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`new-${number}`)) number++;
  return `new-${number}`;
}

export const [useNewProducts, provideNewProducts] = createContext<NewProducts>();
