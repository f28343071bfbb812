import { shortTitle } from '#core/base/text/short-title.ts';
import { createContext } from 'svelte';
import { AppError } from '#core/base/errors.ts';
import type { ProductImportReport } from '#core/import/columns/import-report.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { ProductVariants } from '#core/launch/product-variants.ts';
import type { ProductChange } from '#core/launch/product-change.ts';
import { withValue, type UnknownValue } from '#core/import/columns/unknown-values.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import { importFraction } from '../data/import-fraction.ts';
import { JobState } from '../base/job-state.svelte.ts';
import type { Notices, UndoQuestion } from '../base/notices.svelte.ts';
import { later } from '../base/later.ts';
import { productVersions } from './product-versions.ts';

const { addProduct, editProducts, removeProduct, undoProducts } = later(
  () => import('#storage/data/products.ts'),
);

const ports = {
  importProducts: dataset.importProducts,
  addUnlaunched: dataset.addUnlaunched,
  ...{ addProduct, editProducts, removeProduct, undoProducts },
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
  readonly #import = new JobState<ProductImportReport, string>(importFraction);

  constructor(notices: Notices, withPorts: ProductPorts = ports) {
    this.#notices = notices;
    this.#ports = withPorts;
  }

  /** Phase of the import of a file, by its name; where a change failed, by the name of the product or value. */
  get phase(): JobPhase<ProductImportReport, string> {
    return this.#import.phase;
  }

  /** Progress of the import, 0–1; null where it is not known. */
  get fraction(): number | null {
    return this.#import.fraction;
  }

  async add(datasetId: number, fields: Omit<NewProduct, 'id'>): Promise<void> {
    await this.#attempt(fields.title, async () => {
      await this.#ports.addProduct(datasetId, fields);
      this.#import.forget();
      this.#notices.say(m.data_added({ name: fields.title }));
    });
  }

  async importFile(datasetId: number, file: File): Promise<void> {
    await this.#import.run(file.name, (options) =>
      this.#ports.importProducts({ file, datasetId }, options),
    );
  }

  /**
   * Adds the products whose results are empty in the data set's own file.
   * @param name name of the data set
   */
  async addUnlaunched(datasetId: number, name: string): Promise<void> {
    await this.#import.run(name, (options) => this.#ports.addUnlaunched({ datasetId }, options));
  }

  /** Stops at once for the seller; the worker may need a moment. */
  cancel(): void {
    this.#import.cancel();
  }

  async remove(datasetId: number, product: NewProduct): Promise<void> {
    const name = nameOf(product);
    await this.#attempt(name, async () => {
      const removed = await this.#ports.removeProduct(datasetId, product.id);
      const text = m.data_removed({ name });
      if (removed) this.#offerUndo(text, { datasetId, changes: [removed] });
    });
  }

  /** Replaces a value that no launch has by the nearest known one. */
  async respell(
    datasetId: number,
    { place, value, nearest, products }: UnknownValue,
  ): Promise<void> {
    if (nearest === null) return;
    await this.#attempt(value, async () => {
      const edits = products.map((from) => ({ from, to: withValue(from, place, nearest) }));
      const changes = await this.#ports.editProducts(datasetId, edits);
      this.#offerUndo(m.data_respelled({ value, nearest }), { datasetId, changes });
    });
  }

  /** Stores the variants of a product and how they are ordered; fails where the product was removed meanwhile. */
  async chooseVariants(
    datasetId: number,
    product: NewProduct,
    variantChoice: ProductVariants,
  ): Promise<void> {
    const name = nameOf(product);
    await this.#attempt(name, async () => {
      const edit = { from: product, to: { ...product, variantChoice } };
      const changes = await this.#ports.editProducts(datasetId, [edit]);
      if (changes.length === 0)
        throw new AppError('product-missing', `product ${product.id} is stored no more`);
      if (this.#import.error !== null) this.#import.forget();
      this.#offerUndo(m.variants_saved({ name }), { datasetId, changes });
    });
  }

  #offerUndo(text: string, deed: Deed): void {
    this.#notices.offerUndo({ text, restore: () => this.#takeBack(deed) });
  }

  /** Undoes changes, or returns a question where another tab has changed the same since. */
  async #takeBack(deed: Deed, isForced = false): Promise<UndoQuestion | null> {
    let question: UndoQuestion | null = null;
    const { datasetId, changes } = deed;
    await this.#attempt(changes[0]?.id ?? '', async () => {
      const [conflict] = await this.#ports.undoProducts(datasetId, changes, { isForced });
      if (!conflict) return;
      const [now, before] = productVersions(conflict.now, conflict.undone);
      question = {
        text: m.data_undo_asked({ name: nameOf(conflict.now), now, before }),
        undoAnyway: async () => void (await this.#takeBack(deed, true)),
      };
    });
    return question;
  }

  async #attempt(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#import.fail(name, error);
    }
  }
}

/** Returns the name under which a change of a product is told. */
export function nameOf({ title, id }: NewProduct): string {
  return shortTitle(title || id);
}

export const [useNewProducts, provideNewProducts] = createContext<NewProducts>();
