import type { Market } from '#core/launch/events/markets.ts';
import type { EventId } from '#core/launch/events/selling-events.ts';
import { m } from '#messages';
import type { Notices } from '../base/notices.svelte.ts';
import { later } from '../base/later.ts';
import { saidWords } from '../base/said-words.ts';
import { UndoableChanges } from '../base/undoable-changes.svelte.ts';

const { saveEventEdit, saveMarket, undoEventEdit, undoMarket } = later(
  () => import('#storage/data/selling-events.ts'),
);

const ports = { saveEventEdit, saveMarket, undoEventEdit, undoMarket };
export type EventChoicePorts = typeof ports;

/** Names of things on screen. */
export interface EventWords {
  readonly market: (market: Market | null) => string;
  readonly events: (events: readonly EventId[]) => string;
}

/** The seller's choices about sales events (selling events in code). They are stored at once, and can be undone. */
export class EventChoices {
  readonly #changes: UndoableChanges;
  readonly #words: EventWords;
  readonly #ports: EventChoicePorts;

  constructor(notices: Notices, words: EventWords, withPorts: EventChoicePorts = ports) {
    this.#changes = new UndoableChanges(notices);
    this.#words = words;
    this.#ports = withPorts;
  }

  /** Why the last change was not stored, or null. */
  get failure(): unknown {
    return this.#changes.failure;
  }

  /** Chooses a market; null means no sales events at all. */
  chooseMarket(datasetId: number, market: Market | null): Promise<void> {
    return this.#changes.make(m.events_market_changed(), async () => {
      const before = await this.#ports.saveMarket(datasetId, market);
      return async (options) => {
        const deed = { before, after: market };
        const conflict = await this.#ports.undoMarket(datasetId, deed, options);
        return conflict && saidWords({ before, now: conflict.now }, this.#words.market);
      };
    });
  }

  /** Chooses the sales events of a title; undefined restores those found in its words. */
  sayFits(datasetId: number, title: string, events: readonly EventId[] | undefined): Promise<void> {
    return this.#changes.make(m.events_fits_changed({ title }), async () => {
      const before = await this.#ports.saveEventEdit(datasetId, title, events);
      return async (options) => {
        const deed = { title, before, after: events };
        const conflict = await this.#ports.undoEventEdit(datasetId, deed, options);
        return conflict && saidWords({ before, now: conflict.now }, this.#words.events);
      };
    });
  }
}
