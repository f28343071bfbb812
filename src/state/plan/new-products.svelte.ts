import { createContext } from 'svelte';
import type { ProductImportReport } from '#core/import/columns/import-report.ts';
import { isAbort } from '#core/base/errors.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { ProductChange } from '#core/launch/product-change.ts';
import { withValue, type UnknownValue } from '#core/import/columns/unknown-values.ts';
import type { Progress } from '#core/base/progress.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import { importFraction } from '../data/import-fraction.ts';
import type { Notices, UndoQuestion } from '../base/notices.svelte.ts';
import { later } from '../base/later.ts';
import { productVersions } from './product-versions.ts';

const { addProduct, editProducts, removeProduct, takeBackProducts } = later(
  () => import('#storage/data/products.ts'),
);

type ProductsPhase =
  | { readonly status: 'idle' }
  | { readonly status: 'importing'; readonly name: string; readonly progress: Progress | null }
  | { readonly status: 'imported'; readonly report: ProductImportReport }
  | { readonly status: 'failed'; readonly error: unknown };

const ports = {
  importProducts: dataset.importProducts,
  ...{ addProduct, editProducts, removeProduct, takeBackProducts },
};
export type ProductPorts = typeof ports;

interface Deed {
  readonly datasetId: number;
  readonly changes: readonly ProductChange[];
}

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

  /** Progress of the import, 0–1; null where it is not known. */
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

  /** Stops at once for the seller; the worker may need a moment. */
  cancel(): void {
    this.#controller.abort();
    this.#phase = { status: 'idle' };
  }

  async remove(datasetId: number, product: NewProduct): Promise<void> {
    await this.#attempt(async () => {
      const removed = await this.#ports.removeProduct(datasetId, product.id);
      const text = m.data_removed({ name: nameOf(product) });
      if (removed) this.#offerUndo(text, { datasetId, changes: [removed] });
    });
  }

  /** Replaces a value that no launch has by the nearest known one. */
  async respell(
    datasetId: number,
    { place, value, nearest, products }: UnknownValue,
  ): Promise<void> {
    if (nearest === null) return;
    await this.#attempt(async () => {
      const edits = products.map((from) => ({ from, to: withValue(from, place, nearest) }));
      const changes = await this.#ports.editProducts(datasetId, edits);
      this.#offerUndo(m.data_respelled({ value, nearest }), { datasetId, changes });
    });
  }

  #offerUndo(text: string, deed: Deed): void {
    this.#notices.offerUndo({ text, restore: () => this.#takeBack(deed) });
  }

  /** Undoes changes, or returns a question where another tab has changed the same since. */
  async #takeBack(deed: Deed, isForced = false): Promise<UndoQuestion | null> {
    let question: UndoQuestion | null = null;
    await this.#attempt(async () => {
      const { datasetId, changes } = deed;
      const [conflict] = await this.#ports.takeBackProducts(datasetId, changes, { isForced });
      if (!conflict) return;
      const [now, before] = productVersions(conflict.now, conflict.undone);
      question = {
        text: m.data_undo_asked({ name: nameOf(conflict.now), now, before }),
        undoAnyway: async () => void (await this.#takeBack(deed, true)),
      };
    });
    return question;
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

function nameOf({ title, id }: NewProduct): string {
  return title || id;
}

export const [useNewProducts, provideNewProducts] = createContext<NewProducts>();
