import type { Currency } from '#core/csv/currency.ts';
import { m } from '#messages';
import { later } from './later.ts';
import { UndoableChanges } from './undoable-changes.svelte.ts';
import type { Notices } from './notices.svelte.ts';

const { saveCurrency } = later(() => import('#storage/dataset-currency.ts'));

const ports = { saveCurrency };
export type CurrencyChoicePorts = typeof ports;

/** What a seller says the amounts of a data set are. It is kept at once, and can be undone. */
export class CurrencyChoice {
  readonly #changes: UndoableChanges;
  readonly #ports: CurrencyChoicePorts;

  constructor(notices: Notices, withPorts: CurrencyChoicePorts = ports) {
    this.#changes = new UndoableChanges(notices);
    this.#ports = withPorts;
  }

  /** Why the last change was not kept, or null. */
  get failure(): unknown {
    return this.#changes.failure;
  }

  /** null: amounts stand without a unit. */
  choose(datasetId: number, currency: Currency | null): Promise<void> {
    return this.#changes.make(m.events_currency_changed(), async () => {
      const before = await this.#ports.saveCurrency(datasetId, currency ?? undefined);
      return () => this.#ports.saveCurrency(datasetId, before);
    });
  }
}
