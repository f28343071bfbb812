import { createContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { DatasetSummary } from '#storage/data/datasets.ts';
import { localDay } from '#core/base/dates.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { unlaunchedProducts } from '#core/ledger/entries/launched-products.ts';
import { m } from '#messages';
import { LiveQuery } from '../base/live-query.svelte.ts';
import type { Notices } from '../base/notices.svelte.ts';
import { later } from '../base/later.ts';

const { deleteDataset, listDatasets } = later(() => import('#storage/data/datasets.ts'));
const { loadTrainingReport } = later(() => import('#storage/model/trainings.ts'));
const { loadRanking } = later(() => import('#storage/plan/plans.ts'));
const { loadProducts } = later(() => import('#storage/data/products.ts'));
const { loadLedger } = later(() => import('#storage/plan/ledger.ts'));
const { loadSetting, saveSetting } = later(() => import('#storage/app/settings.ts'));

const ports = {
  listDatasets,
  deleteDataset,
  loadCurrentId: () => loadSetting('currentDatasetId'),
  saveCurrentId: (id: number) => saveSetting('currentDatasetId', id),
  loadStanding,
};
export type DatasetPorts = typeof ports;

/** How far the work on a data set has come. */
interface DatasetStanding {
  readonly datasetId: number;
  readonly isTrained: boolean;
  /** Numbers of new products that have not launched yet, and of those with a plan. */
  readonly productCount: number;
  readonly planCount: number;
}

interface Options {
  readonly notices: Notices;
  /** ID of the data set that the address asks for. */
  readonly requestedId: () => number | undefined;
}

interface Removal {
  /** What was removed, shown next to the offer to undo. */
  readonly text: string;
  readonly onundone?: () => Promise<void>;
}

/** The data sets on this device, and the one on screen. */
export class Datasets {
  readonly #ports: DatasetPorts;
  readonly #options: Options;
  readonly #stored: LiveQuery<readonly DatasetSummary[] | undefined>;
  readonly #currentId: LiveQuery<number | undefined>;
  readonly #standings: LiveQuery<readonly DatasetStanding[]>;
  /** IDs of data sets that are hidden, but not yet deleted. */
  readonly #leaving = new SvelteSet<number>();
  #failure = $state.raw<unknown>(null);

  constructor(options: Options, withPorts: DatasetPorts = ports) {
    this.#options = options;
    this.#ports = withPorts;
    this.#stored = new LiveQuery(withPorts.listDatasets, undefined, { ifNothing: [] });
    this.#currentId = new LiveQuery(withPorts.loadCurrentId, undefined, { ifNothing: undefined });
    const loadStandings = async () => {
      const stored = await withPorts.listDatasets();
      return Promise.all(stored.map(({ id }) => withPorts.loadStanding(id)));
    };
    this.#standings = new LiveQuery(loadStandings, [], { ifNothing: [] });
  }

  get standings(): readonly DatasetStanding[] {
    return this.#standings.current;
  }

  /** Data sets, newest first; undefined until storage has answered. */
  get list(): readonly DatasetSummary[] | undefined {
    return this.#stored.current && this.#listed(this.#stored.current);
  }

  /** Returns the same once storage has answered: a seller may act before `list` is known. */
  async readList(): Promise<readonly DatasetSummary[]> {
    let stored: readonly DatasetSummary[] = [];
    await this.#attempt(async () => (stored = await this.#ports.listDatasets()));
    return this.#listed(stored);
  }

  /** The requested data set, else the one last on screen, else the newest; null where there is none at all. */
  get current(): DatasetSummary | null | undefined {
    const { list } = this;
    if (!list) return undefined;
    const find = (id: number | undefined) => list.find((dataset) => dataset.id === id);
    return find(this.#options.requestedId()) ?? find(this.#currentId.current) ?? list[0] ?? null;
  }

  /** Why something could not be read, stored or removed, or null. */
  get failure(): unknown {
    return (
      this.#failure ?? this.#stored.failure ?? this.#currentId.failure ?? this.#standings.failure
    );
  }

  async select(id: number): Promise<void> {
    await this.#attempt(() => this.#ports.saveCurrentId(id));
  }

  /** Hides a data set at once, and deletes it when the offer to undo has passed. */
  remove({ id, name }: Pick<DatasetSummary, 'id' | 'name'>): void {
    this.removeAll([id], { text: m.data_removed({ name }) });
  }

  /** Does the same with several, which an undo restores together. */
  removeAll(ids: readonly number[], { text, onundone }: Removal): void {
    for (const id of ids) this.#leaving.add(id);
    const show = () => {
      for (const id of ids) this.#leaving.delete(id);
    };
    this.#options.notices.offerUndo({
      text,
      restore: () => {
        show();
        return onundone?.();
      },
      commit: async () => {
        await this.#attempt(async () => {
          for (const id of ids) await this.#ports.deleteDataset(id);
        });
        show();
      },
    });
  }

  #listed(stored: readonly DatasetSummary[]): DatasetSummary[] {
    return stored
      .filter(({ id }) => !this.#leaving.has(id))
      .sort((a, b) => b.importedAt - a.importedAt);
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

async function loadStanding(id: number): Promise<DatasetStanding> {
  const [report, products, ranking, ledger] = await Promise.all([
    loadTrainingReport(id),
    loadProducts(id),
    loadRanking(id),
    loadLedger(id),
  ]);
  const waiting = unlaunchedProducts(products, ledger, localDay(Date.now()));
  const isWaiting = (planned: NewProduct) => waiting.some((product) => product.id === planned.id);
  return {
    datasetId: id,
    isTrained: report !== undefined,
    productCount: waiting.length,
    planCount: ranking?.plans.filter(({ product }) => isWaiting(product)).length ?? 0,
  };
}

export const [useDatasets, provideDatasets] = createContext<Datasets>();
