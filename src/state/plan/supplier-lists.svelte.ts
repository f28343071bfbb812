import type { Currency } from '#core/base/currency.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { ArticleEdit } from '#core/import/suppliers/build-articles.ts';
import type { SupplierList, SuppliersAccount } from '#core/import/suppliers/supplier-list.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import { later } from '#state/base/later.ts';
import { LiveQuery } from '#state/base/live-query.svelte.ts';
import type { Notices } from '#state/base/notices.svelte.ts';
import { FilesBeside } from '#state/data/beside/files-beside.svelte.ts';
import type { StoredSuppliers } from '#storage/plan/suppliers.ts';

const { loadSuppliers, removeSupplierList, undoSupplierLists } = later(
  () => import('#storage/plan/suppliers.ts'),
);
const { editArticle, changeSupplierRates, setListCurrency } = later(
  () => import('#storage/plan/suppliers.ts'),
);

const ports = {
  ...{ loadSuppliers, removeSupplierList, undoSupplierLists },
  ...{ editArticle, changeSupplierRates, setListCurrency },
  importSuppliers: dataset.importSuppliers,
};
export type SupplierPorts = typeof ports;

/** Suppliers' lists of a data set, and the articles made of them. */
export class SupplierLists {
  readonly #datasetId: number;
  readonly #ports: SupplierPorts;
  readonly #files: FilesBeside<SuppliersAccount, SupplierList>;
  readonly #query: LiveQuery<StoredSuppliers | undefined>;

  constructor(datasetId: number, notices: Notices, withPorts = ports) {
    this.#datasetId = datasetId;
    this.#ports = withPorts;
    this.#files = new FilesBeside(
      notices,
      {
        importFile: (file, options) => withPorts.importSuppliers({ file, datasetId }, options),
        remove: (place) => withPorts.removeSupplierList(datasetId, place),
        undo: (change, options) => withPorts.undoSupplierLists(change, options),
      },
      {
        removed: () => m.suppliers_removed(),
        undoAsked: (versions) => m.suppliers_undo_asked(versions),
        none: () => m.suppliers_version_none(),
      },
    );
    this.#query = new LiveQuery<StoredSuppliers | undefined>(
      () => this.#ports.loadSuppliers(this.#datasetId),
      undefined,
    );
  }

  /** Undefined until it is loaded. */
  get known(): StoredSuppliers | undefined {
    return this.#query.current;
  }

  /** Phase of the import of a file, by its name. */
  get importing(): JobPhase<SuppliersAccount, string> {
    return this.#files.importing;
  }

  /** Progress of the import, 0–1; null where it is not known. */
  get importFraction(): number | null {
    return this.#files.importFraction;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#files.failure ?? this.#query.failure;
  }

  /** Imports files of suppliers' lists, one after the other. Returns whether all were. */
  importFiles(files: readonly File[]): Promise<boolean> {
    return this.#files.importFiles(files);
  }

  /** Stops at once for the seller; a worker may need a moment. */
  cancel(): void {
    this.#files.cancel();
  }

  /** Removes the list at a place, and offers to undo it. */
  remove(place: number): Promise<void> {
    return this.#files.remove(place);
  }

  /**
   * Replaces what the seller changed about an article, by its ID; an empty edit takes all back. Returns whether it was
   * stored.
   */
  edit(articleId: string, edit: ArticleEdit): Promise<boolean> {
    return this.#files.attempt(() => this.#ports.editArticle(this.#datasetId, articleId, edit));
  }

  /** Changes rates for the currencies of lists; null takes one back. Returns whether it was stored. */
  setRates(rates: Readonly<Record<Currency, number | null>>): Promise<boolean> {
    return this.#files.attempt(() => this.#ports.changeSupplierRates(this.#datasetId, rates));
  }

  /** Chooses the currency of a list's costs that name none; null: the shop's. Returns whether it was stored. */
  setCurrency(place: number, currency: Currency | null): Promise<boolean> {
    return this.#files.attempt(() => this.#ports.setListCurrency(this.#datasetId, place, currency));
  }
}
