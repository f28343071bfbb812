import { isAbort } from '#core/base/errors.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { RecordChange } from '#core/base/record-change.ts';
import type { MarketAccount, MarketFile } from '#core/import/market/market.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import { languageTag } from '#messages/language-tag.ts';
import { JobState } from '#state/base/job-state.svelte.ts';
import { later } from '#state/base/later.ts';
import { LiveQuery } from '#state/base/live-query.svelte.ts';
import type { Notices, UndoQuestion } from '#state/base/notices.svelte.ts';
import type { StoredDemand } from '#storage/data/demand.ts';
import { importFraction } from '../import-fraction.ts';

const { loadDemand, removeMarketFile, undoMarketFiles, changeTermChoices } = later(
  () => import('#storage/data/demand.ts'),
);

const ports = {
  ...{ loadDemand, removeMarketFile, undoMarketFiles, changeTermChoices },
  importMarket: dataset.importMarket,
};
export type DemandPorts = typeof ports;

/** What is known of demand by week: the shop's own order lines, market data files, and which term stands for what. */
export class Demand {
  readonly #datasetId: number;
  readonly #notices: Notices;
  readonly #ports: DemandPorts;
  readonly #import = new JobState<MarketAccount, string>(importFraction);
  readonly #query: LiveQuery<StoredDemand | undefined>;
  #failure = $state.raw<unknown>(null);

  constructor(datasetId: number, notices: Notices, withPorts = ports) {
    this.#datasetId = datasetId;
    this.#notices = notices;
    this.#ports = withPorts;
    this.#query = new LiveQuery<StoredDemand | undefined>(
      () => this.#ports.loadDemand(this.#datasetId),
      undefined,
    );
  }

  /** Undefined until it is loaded. */
  get known(): StoredDemand | undefined {
    return this.#query.current;
  }

  /** Phase of the import of a file, by its name. */
  get importing(): JobPhase<MarketAccount, string> {
    return this.#import.phase;
  }

  /** Progress of the import, 0–1; null where it is not known. */
  get importFraction(): number | null {
    return this.#import.fraction;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#import.error ?? this.#query.failure ?? null;
  }

  /** Imports market data files, one after the other. Returns whether all were. */
  async importFiles(files: readonly File[]): Promise<boolean> {
    this.#failure = null;
    for (const file of files) {
      const request = { file, datasetId: this.#datasetId };
      const account = await this.#import.run(file.name, (options) =>
        this.#ports.importMarket(request, options),
      );
      if (!account) return false;
    }
    return true;
  }

  /** Stops at once for the seller; a worker may need a moment. */
  cancel(): void {
    this.#import.cancel();
  }

  /** Removes the file at a place, and offers to undo it. */
  async remove(place: number): Promise<void> {
    await this.#attempt(async () => {
      const change = await this.#ports.removeMarketFile(this.#datasetId, place);
      if (!change) return;
      this.#import.forget();
      this.#notices.offerUndo({
        text: m.market_removed(),
        restore: () => this.#takeBack(change),
      });
    });
  }

  /**
   * Chooses the term that stands for a category: '' for none, null for the one that Debut proposes. Returns whether it
   * was stored.
   */
  setChoice(category: string, term: string | null): Promise<boolean> {
    return this.#attempt(() =>
      this.#ports.changeTermChoices(this.#datasetId, (choices) => {
        const others = Object.entries(choices).filter(([name]) => name !== category);
        return Object.fromEntries(term === null ? others : [...others, [category, term]]);
      }),
    );
  }

  /** Undoes a change, or returns a question where another tab has changed the files since. */
  async #takeBack(
    change: RecordChange<readonly MarketFile[]>,
    isForced = false,
  ): Promise<UndoQuestion | null> {
    let question: UndoQuestion | null = null;
    await this.#attempt(async () => {
      const conflict = await this.#ports.undoMarketFiles(change, { isForced });
      if (!conflict) return;
      const [now, before] = [filesWords(conflict.now), filesWords(conflict.before)];
      question = {
        text: m.market_undo_asked({ now, before }),
        undoAnyway: async () => void (await this.#takeBack(change, true)),
      };
    });
    return question;
  }

  /** Returns whether it did not fail. */
  async #attempt(work: () => Promise<unknown>): Promise<boolean> {
    this.#failure = null;
    try {
      await work();
      return true;
    } catch (error) {
      if (!isAbort(error)) this.#failure = error;
      return false;
    }
  }
}

function filesWords(files: readonly MarketFile[] | null): string {
  const names = (files ?? []).map(({ fileName }) => fileName);
  if (names.length === 0) return m.market_version_none();
  return new Intl.ListFormat(languageTag()).format(names);
}
