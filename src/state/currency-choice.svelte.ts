import type { Currency } from '#core/csv/currency.ts';
import { m } from '#messages';
import { later } from './later.ts';
import type { Notices } from './notices.svelte.ts';

const { saveCurrency } = later(() => import('#storage/dataset-currency.ts'));

const ports = { saveCurrency };
export type CurrencyChoicePorts = typeof ports;

/** What a seller says the amounts of a data set are. It is kept at once, and can be undone. */
export class CurrencyChoice {
  readonly #notices: Notices;
  readonly #ports: CurrencyChoicePorts;
  #failure = $state.raw<unknown>(null);

  constructor(notices: Notices, withPorts: CurrencyChoicePorts = ports) {
    this.#notices = notices;
    this.#ports = withPorts;
  }

  /** Why the last change was not kept, or null. */
  get failure(): unknown {
    return this.#failure;
  }

  /** null: amounts stand without a unit. */
  async choose(datasetId: number, currency: Currency | null): Promise<void> {
    await this.#attempt(async () => {
      const before = await this.#ports.saveCurrency(datasetId, currency ?? undefined);
      const undo = () => this.#ports.saveCurrency(datasetId, before);
      const text = m.events_currency_changed();
      this.#notices.offerUndo({ text, restore: () => this.#attempt(undo) });
    });
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.#failure = null;
    } catch (error) {
      this.#failure = error;
    }
  }
}
