import { createContext } from 'svelte';
import type { ProductImportReport } from '#core/csv/import-report.ts';
import { isAbort } from '#core/errors.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { importProducts } from '#jobs/dataset-jobs.ts';
import { addProduct, removeProduct, restoreProduct } from '#storage/products.ts';
import type { Notices } from './notices.svelte.ts';

type ProductsPhase =
  | { readonly status: 'idle' }
  | { readonly status: 'importing'; readonly fileName: string }
  | { readonly status: 'imported'; readonly report: ProductImportReport }
  | { readonly status: 'failed'; readonly error: unknown };

const ports = { importProducts, addProduct, removeProduct, restoreProduct };
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
      await this.#ports.addProduct(datasetId, fields);
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
      const place = await this.#ports.removeProduct(datasetId, product.id);
      this.#notices.offerUndo({
        text: `Removed “${product.title || product.id}”.`,
        restore: () => this.#attempt(() => this.#ports.restoreProduct(datasetId, product, place)),
      });
    });
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#phase = isAbort(error) ? { status: 'idle' } : { status: 'failed', error };
    }
  }
}

export const [useNewProducts, provideNewProducts] = createContext<NewProducts>();
