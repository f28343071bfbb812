import type { Day } from '#core/base/dates.ts';
import { isAbort } from '#core/base/errors.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import type { RecordChange } from '#core/base/record-change.ts';
import {
  heldBackById,
  stockBesideProducts,
  type StockBesideProducts,
} from '#core/ledger/stock/stock-beside-products.ts';
import type { StockAccount, StockList } from '#core/ledger/stock/stock-list.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import { languageTag } from '#messages/language-tag.ts';
import { dayWords } from '../base/day-words.ts';
import { importFraction } from './import-fraction.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { localDay } from '#core/base/dates.ts';
import type { Notices, UndoQuestion } from '../base/notices.svelte.ts';
import { later } from '../base/later.ts';

const { loadDatasetSummary } = later(() => import('#storage/data/datasets.ts'));
const { loadHistory } = later(() => import('#storage/plan/load-history.ts'));
const { loadProducts } = later(() => import('#storage/data/products.ts'));
const { loadStock, saveStock, undoStock } = later(() => import('#storage/data/stock.ts'));

const ports = {
  ...{ loadDatasetSummary, loadHistory, loadProducts, loadStock, saveStock, undoStock },
  importStock: dataset.importStock,
  now: () => Date.now(),
};
export type StockPorts = typeof ports;

/** Stock on hand from the seller's list, compared with the products that wait for a plan. */
export class StockOnHand {
  readonly #datasetId: () => number | undefined;
  readonly #notices: Notices;
  readonly #ports: StockPorts;
  readonly #import = new JobState<StockAccount, string>(importFraction);
  #failure = $state.raw<unknown>(null);

  constructor(datasetId: () => number | undefined, notices: Notices, withPorts = ports) {
    this.#datasetId = datasetId;
    this.#notices = notices;
    this.#ports = withPorts;
  }

  readonly #query = $derived.by(() => {
    const datasetId = this.#datasetId();
    if (datasetId === undefined) return null;
    return new LiveQuery<StockBesideProducts | null | undefined>(
      () => this.#read(datasetId),
      undefined,
    );
  });

  /** Undefined until it is read; null where the seller gave no list. */
  get known(): StockBesideProducts | null | undefined {
    return this.#query?.current;
  }

  /** Phase of the import of a list, by its name. */
  get phase(): JobPhase<StockAccount, string> {
    return this.#import.phase;
  }

  /** Progress of the import, 0–1; null where it is not known. */
  get fraction(): number | null {
    return this.#import.fraction;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#import.error ?? this.#query?.failure ?? null;
  }

  /**
   * Returns the share of units that similar stock on hand takes, by product ID and week; empty where there is no list.
   * @param strength log units lost where the same product is still on hand
   */
  heldBack(weeks: readonly Day[], strength: number): ReadonlyMap<string, Float64Array> {
    return heldBackById(this.known ?? null, { weeks, strength });
  }

  async importFile(datasetId: number, file: File): Promise<void> {
    this.#forgetFailure();
    const today = localDay(this.#ports.now());
    await this.#import.run(file.name, (options) =>
      this.#ports.importStock({ file, datasetId, today }, options),
    );
  }

  /** Stops at once for the seller; the worker may need a moment. */
  cancel(): void {
    this.#import.cancel();
  }

  async remove(datasetId: number): Promise<void> {
    await this.#attempt(async () => {
      const before = await this.#ports.saveStock(datasetId, null);
      this.#import.forget();
      this.#notices.offerUndo({
        text: m.stock_removed(),
        restore: () => this.#takeBack({ id: datasetId, before, after: null }),
      });
    });
  }

  /** Undoes a change, or returns a question where another tab has stored a list since. */
  async #takeBack(change: RecordChange<StockList>, isForced = false): Promise<UndoQuestion | null> {
    let question: UndoQuestion | null = null;
    await this.#attempt(async () => {
      const conflict = await this.#ports.undoStock(change, { isForced });
      if (!conflict) return;
      const [now, before] = [listWords(conflict.now), listWords(conflict.before)];
      question = {
        text: m.stock_undo_asked({ now, before }),
        undoAnyway: async () => void (await this.#takeBack(change, true)),
      };
    });
    return question;
  }

  async #read(datasetId: number): Promise<StockBesideProducts | null> {
    const list = await this.#ports.loadStock(datasetId);
    if (!list) return null;
    const [table, products, { recipe }] = await Promise.all([
      this.#ports.loadHistory(datasetId),
      this.#ports.loadProducts(datasetId),
      this.#ports.loadDatasetSummary(datasetId),
    ]);
    const horizonDays = recipe?.horizonDays ?? HORIZON_DAYS;
    return stockBesideProducts(list, products, { table, horizonDays });
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    this.#forgetFailure();
    try {
      await work();
    } catch (error) {
      if (!isAbort(error)) this.#failure = error;
    }
  }

  #forgetFailure(): void {
    this.#failure = null;
    if (this.#import.error) this.#import.cancel();
  }
}

function listWords(list: StockList | null): string {
  if (!list) return m.stock_version_none();
  const count = list.items.length;
  const text = count.toLocaleString(languageTag());
  return m.stock_list({ count, text, day: dayWords(list.asOf), file: list.fileName });
}
