import { createContext } from 'svelte';
import type { ProductImportReport } from '#core/csv/import-report.ts';
import { isAbort } from '#core/errors.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { withValue, type UnknownValue } from '#core/launch/unknown-values.ts';
import type { Progress } from '#core/progress.ts';
import { importProducts } from '#jobs/dataset-jobs.ts';
import { m } from '#messages';
import { importFraction } from './import-fraction.ts';
import type { Notices } from './notices.svelte.ts';
import { later } from './later.ts';

const { addProduct, removeProduct, restoreProduct, replaceProducts } = later(
  () => import('#storage/products.ts'),
);

type ProductsPhase =
  | { readonly status: 'idle' }
  | { readonly status: 'importing'; readonly name: string; readonly progress: Progress | null }
  | { readonly status: 'imported'; readonly report: ProductImportReport }
  | { readonly status: 'failed'; readonly error: unknown };

const ports = { importProducts, addProduct, removeProduct, restoreProduct, replaceProducts };
export type ProductPorts = typeof ports;

/** Changes to the products that wait for a plan; the list itself is read from storage. */
export class NewProducts {
  readonly #notices: Notices;
  readonly #ports: ProductPorts;
  #phase = $state.raw<ProductsPhase>({ status: 'idle' });
  #controller = new AbortController();

  constructor(notices: Notices, withPorts: ProductPorts = ports) {
    this.#notices = notices;
    this.#ports = withPorts;
  }

  get phase(): ProductsPhase {
    return this.#phase;
  }

  /** How far the import of a file is, 0–1; null where that cannot be told. */
  readonly fraction: number | null = $derived.by(() => {
    const phase = this.#phase;
    return phase.status === 'importing' && phase.progress ? importFraction(phase.progress) : null;
  });

  async add(datasetId: number, fields: Omit<NewProduct, 'id'>): Promise<void> {
    await this.#attempt(async () => {
      await this.#ports.addProduct(datasetId, fields);
      if (this.#phase.status !== 'importing') this.#phase = { status: 'idle' };
      this.#notices.say(m.data_added({ name: fields.title }));
    });
  }

  async importFile(datasetId: number, file: File): Promise<void> {
    this.#controller.abort();
    const { signal } = (this.#controller = new AbortController());
    const named = { status: 'importing', name: file.name } as const;
    this.#phase = { ...named, progress: null };
    await this.#attempt(async () => {
      const report = await this.#ports.importProducts(
        { file, datasetId },
        {
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) this.#phase = { ...named, progress };
          },
        },
      );
      if (!signal.aborted) this.#phase = { status: 'imported', report };
    }, signal);
  }

  /** Takes effect at once for the seller; the worker may need a moment. */
  cancel(): void {
    this.#controller.abort();
    this.#phase = { status: 'idle' };
  }

  async remove(datasetId: number, product: NewProduct): Promise<void> {
    await this.#attempt(async () => {
      const place = await this.#ports.removeProduct(datasetId, product.id);
      this.#notices.offerUndo({
        text: m.data_removed({ name: product.title || product.id }),
        restore: () => this.#attempt(() => this.#ports.restoreProduct(datasetId, product, place)),
      });
    });
  }

  /** The nearest known value takes the place of one that no launch has. */
  async respell(
    datasetId: number,
    { place, value, nearest, products }: UnknownValue,
  ): Promise<void> {
    if (nearest === null) return;
    await this.#attempt(async () => {
      const changed = products.map((product) => withValue(product, place, nearest));
      await this.#ports.replaceProducts(datasetId, changed);
      this.#notices.offerUndo({
        text: m.data_respelled({ value, nearest }),
        restore: () => this.#attempt(() => this.#ports.replaceProducts(datasetId, products)),
      });
    });
  }

  async #attempt(work: () => Promise<unknown>, signal?: AbortSignal): Promise<void> {
    try {
      await work();
    } catch (error) {
      // A stopped attempt must not overwrite the one that replaced it.
      if (signal?.aborted) return;
      this.#phase = isAbort(error) ? { status: 'idle' } : { status: 'failed', error };
    }
  }
}

export const [useNewProducts, provideNewProducts] = createContext<NewProducts>();
