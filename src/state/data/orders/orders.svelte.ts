import { AppError, isAbort } from '#core/base/errors.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { RecordChange } from '#core/base/record-change.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import { importFraction } from '../import-fraction.ts';
import { JobState } from '#state/base/job-state.svelte.ts';
import { later } from '#state/base/later.ts';
import { LiveQuery } from '#state/base/live-query.svelte.ts';
import type { Notices, UndoQuestion } from '#state/base/notices.svelte.ts';

const { loadOrderStudy, saveOrderStudy, undoOrderStudy } = later(
  () => import('#storage/data/order-studies.ts'),
);

const ports = {
  ...{ loadOrderStudy, saveOrderStudy, undoOrderStudy },
  importOrders: dataset.importOrders,
};
export type OrderPorts = typeof ports;

/** What the order lines of a data set told, and the reading of exports that tell it. */
export class Orders {
  readonly #datasetId: number;
  readonly #notices: Notices;
  readonly #ports: OrderPorts;
  readonly #import = new JobState<OrderStudy, string>(importFraction);
  readonly #study: LiveQuery<OrderStudy | null | undefined>;
  #failure = $state.raw<unknown>(null);
  #asked: readonly File[] = [];

  constructor(datasetId: number, notices: Notices, withPorts = ports) {
    this.#datasetId = datasetId;
    this.#notices = notices;
    this.#ports = withPorts;
    this.#study = new LiveQuery<OrderStudy | null | undefined>(
      () => withPorts.loadOrderStudy(datasetId),
      undefined,
    );
  }

  /** Undefined until it is read; null where no order lines were. */
  get study(): OrderStudy | null | undefined {
    return this.#study.current;
  }

  /** Phase of a reading, by the names of its files. */
  get phase(): JobPhase<OrderStudy, string> {
    return this.#import.phase;
  }

  /** Progress of the reading, 0–1; null where it is not known. */
  get fraction(): number | null {
    return this.#import.fraction;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#import.error ?? this.#study.failure;
  }

  /** Reads the exports of the shop, in place of those read before. */
  async importFiles(files: readonly File[], { areOfShop = false } = {}): Promise<void> {
    this.#forgetFailure();
    this.#asked = files;
    const names = files.map(({ name }) => name).join(', ');
    const request = { datasetId: this.#datasetId, files, timeZone: null, areOfShop };
    await this.#import.run(names, (options) => this.#ports.importOrders(request, options));
  }

  /** Whether the seller is asked if the orders are of this shop. */
  get asksWhoseOrders(): boolean {
    const { failure } = this;
    return failure instanceof AppError && failure.code === 'orders-of-other-shop';
  }

  /** Reads the orders that were asked about. */
  async confirm(): Promise<void> {
    await this.importFiles(this.#asked, { areOfShop: true });
  }

  /** Stops at once for the seller; the worker may need a moment. */
  cancel(): void {
    this.#import.cancel();
  }

  async remove(): Promise<void> {
    await this.#attempt(async () => {
      const before = await this.#ports.saveOrderStudy(this.#datasetId, null);
      this.#import.forget();
      this.#notices.offerUndo({
        text: m.orders_removed(),
        restore: () => this.#takeBack({ id: this.#datasetId, before, after: null }),
      });
    });
  }

  /** Undoes a change, or returns a question where another tab has read other orders since. */
  async #takeBack(
    change: RecordChange<OrderStudy>,
    isForced = false,
  ): Promise<UndoQuestion | null> {
    let question: UndoQuestion | null = null;
    await this.#attempt(async () => {
      const conflict = await this.#ports.undoOrderStudy(change, { isForced });
      if (!conflict) return;
      question = {
        text: m.orders_undo_asked(),
        undoAnyway: async () => void (await this.#takeBack(change, true)),
      };
    });
    return question;
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
