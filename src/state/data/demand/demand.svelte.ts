import type { JobPhase } from '#core/base/job-phase.ts';
import { withoutKey } from '#core/base/lookup.ts';
import type { Progress } from '#core/base/progress.ts';
import type { MarketAccount, MarketFile } from '#core/import/market/market.ts';
import { dataset, model } from '#jobs/jobs.ts';
import { m } from '#messages';
import { JobState } from '#state/base/job-state.svelte.ts';
import { later } from '#state/base/later.ts';
import { LiveQuery } from '#state/base/live-query.svelte.ts';
import type { Notices } from '#state/base/notices.svelte.ts';
import type { StoredDemand } from '#storage/data/demand.ts';
import { FilesBeside } from '../beside/files-beside.svelte.ts';

const { loadDemand, removeMarketFile, undoMarketFiles, changeTermChoices, changeNicheChoices } =
  later(() => import('#storage/data/demand.ts'));

const ports = {
  ...{ loadDemand, removeMarketFile, undoMarketFiles, changeTermChoices, changeNicheChoices },
  importMarket: dataset.importMarket,
  joinByMeaning: model.joinByMeaning,
};
export type DemandPorts = typeof ports;

/** What is known of demand by week: the shop's own order lines, market data files, and which terms and niches stand for what. */
export class Demand {
  readonly #datasetId: number;
  readonly #ports: DemandPorts;
  readonly #files: FilesBeside<MarketAccount, MarketFile>;
  readonly #query: LiveQuery<StoredDemand | undefined>;
  readonly #meaning = new JobState<void>();
  #joined: StoredDemand | null = null;

  constructor(datasetId: number, notices: Notices, withPorts = ports) {
    this.#datasetId = datasetId;
    this.#ports = withPorts;
    this.#files = new FilesBeside(
      notices,
      {
        importFile: (file, options) => withPorts.importMarket({ file, datasetId }, options),
        remove: (place) => withPorts.removeMarketFile(datasetId, place),
        undo: (change, options) => withPorts.undoMarketFiles(change, options),
      },
      {
        removed: () => m.market_removed(),
        undoAsked: (versions) => m.market_undo_asked(versions),
        none: () => m.market_version_none(),
      },
    );
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
    return this.#files.importing;
  }

  /** Progress of the import, 0–1; null where it is not known. */
  get importFraction(): number | null {
    return this.#files.importFraction;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#files.failure ?? this.#query.failure ?? this.#meaning.error;
  }

  /** How far new texts are read, to find what stands for categories by meaning; null where none are. */
  get meaning(): Progress | null {
    return this.#meaning.progress;
  }

  /** Imports market data files, one after the other. Returns whether all were. */
  importFiles(files: readonly File[]): Promise<boolean> {
    return this.#files.importFiles(files);
  }

  /** Stops at once for the seller; a worker may need a moment. */
  cancel(): void {
    this.#files.cancel();
    this.#meaning.cancel();
  }

  /**
   * Finds what stands for categories by meaning, where market data files are there and something else is known than the
   * last time. What is found is stored, and so becomes known.
   */
  async followMeaning(): Promise<void> {
    const { known } = this;
    if (!known || known === this.#joined || known.files.length === 0) return;
    this.#joined = known;
    await this.#meaning.run(null, (options) => this.#ports.joinByMeaning(this.#datasetId, options));
  }

  /** Stops finding what stands for categories by meaning; chunks of texts that were read stay known. */
  stopMeaning(): void {
    this.#meaning.cancel();
  }

  /** Removes the file at a place, and offers to undo it. */
  remove(place: number): Promise<void> {
    return this.#files.remove(place);
  }

  /**
   * Chooses the term that stands for a category: '' for none, null for the one that Debut proposes. Returns whether it
   * was stored.
   */
  setChoice(category: string, term: string | null): Promise<boolean> {
    return this.#files.attempt(() =>
      this.#ports.changeTermChoices(this.#datasetId, (choices) =>
        withChoice(choices, category, term),
      ),
    );
  }

  /**
   * Chooses the niche that stands for a category, by its name: '' for none, null for the one that Debut proposes. Returns
   * whether it was stored.
   */
  setNiche(category: string, niche: string | null): Promise<boolean> {
    return this.#files.attempt(() =>
      this.#ports.changeNicheChoices(this.#datasetId, (choices) =>
        withChoice(choices, category, niche),
      ),
    );
  }
}

function withChoice(
  choices: Readonly<Record<string, string>>,
  category: string,
  chosen: string | null,
): Readonly<Record<string, string>> {
  const others = withoutKey(choices, category);
  if (chosen === null) return others;
  return Object.fromEntries([...Object.entries(others), [category, chosen]]);
}
