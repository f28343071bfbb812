import type { Currency } from '#core/base/currency.ts';
import { m } from '#messages';
import { later } from '../base/later.ts';
import { saidWords } from '../base/said-words.ts';
import { UndoableChanges } from '../base/undoable-changes.svelte.ts';
import type { Notices } from '../base/notices.svelte.ts';

const { saveCurrency, undoCurrency } = later(() => import('#storage/data/dataset-currency.ts'));

const ports = { saveCurrency, undoCurrency };
export type CurrencyChoicePorts = typeof ports;

/** The seller's choice of a data set's currency. It is stored at once, and can be undone. */
export class CurrencyChoice {
  readonly #changes: UndoableChanges;
  readonly #words: (currency: Currency) => string;
  readonly #ports: CurrencyChoicePorts;

  /** @param words returns the name of a currency on screen */
  constructor(
    notices: Notices,
    words: (currency: Currency) => string,
    withPorts: CurrencyChoicePorts = ports,
  ) {
    this.#changes = new UndoableChanges(notices);
    this.#words = words;
    this.#ports = withPorts;
  }

  /** Why the last change was not stored, or null. */
  get failure(): unknown {
    return this.#changes.failure;
  }

  /** Chooses a currency; with null, amounts are shown without a unit. */
  choose(datasetId: number, currency: Currency | null): Promise<void> {
    return this.#changes.make(m.events_currency_changed(), async () => {
      const after = currency ?? undefined;
      const before = await this.#ports.saveCurrency(datasetId, after);
      return async (options) => {
        const deed = { before, after };
        const conflict = await this.#ports.undoCurrency(datasetId, deed, options);
        return conflict && saidWords({ before, now: conflict.now }, this.#words);
      };
    });
  }
}
