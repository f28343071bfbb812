import {
  doneExercises,
  nextExercise,
  type ExerciseName,
  type ShopFacts,
} from '#core/workshop/exercises.ts';
import { m } from '#messages';
import type { Datasets } from './datasets.svelte.ts';
import type { Guidance } from './guidance.svelte.ts';
import type { ImportSession } from './import-session.svelte.ts';
import { later } from './later.ts';
import { LiveQuery } from './live-query.svelte.ts';
import { importedSample } from './samples.ts';

const { deleteDataset } = later(() => import('#storage/datasets.ts'));
const { saveSetting } = later(() => import('#storage/settings.ts'));
const { changeWorkshop, endWorkshop, loadShopFacts, noteDeed } = later(
  () => import('#storage/workshop.ts'),
);
export { noteDeed };

const ports = {
  loadShopFacts,
  deleteDataset,
  beginWorkshop: (startedAt: number) =>
    saveSetting('workshop', { startedAt, isBarHidden: false, noted: {} }),
  changeWorkshop,
  endWorkshop,
  now: () => Date.now(),
};
export type WorkshopPorts = typeof ports;

const SHOP = 'demo-shop';

interface Sources {
  readonly datasets: Pick<Datasets, 'list' | 'current' | 'readList' | 'select' | 'removeAll'>;
  readonly guidance: Pick<Guidance, 'workshop' | 'endTour'>;
}

interface Opening {
  readonly importing: Pick<ImportSession, 'importSample'>;
  /** Stops what still works with these data sets: it would store its results with what is gone. */
  readonly stop: (datasetIds: readonly number[]) => void;
}

/** A workshop at the demo shop: how far its exercises are, and starting it afresh. */
export class Workshop {
  readonly #sources: Sources;
  readonly #ports: WorkshopPorts;
  #failure = $state.raw<unknown>(null);

  constructor(sources: Sources, withPorts: WorkshopPorts = ports) {
    this.#sources = sources;
    this.#ports = withPorts;
  }

  get isOn(): boolean {
    return this.#sources.guidance.workshop !== undefined;
  }

  get isBarHidden(): boolean {
    return this.#sources.guidance.workshop?.isBarHidden ?? false;
  }

  /** The demo shop that is worked at: the one that is looked at, else the newest. null: there is none. */
  readonly shopId: number | null | undefined = $derived.by(() => {
    const { list, current } = this.#sources.datasets;
    if (!list) return undefined;
    if (current?.sample === SHOP) return current.id;
    return list.find(({ sample }) => sample === SHOP)?.id ?? null;
  });

  readonly #query = $derived.by(() => {
    const id = this.shopId;
    if (id === undefined || id === null) return null;
    return new LiveQuery<ShopFacts | null | undefined>(
      () => this.#ports.loadShopFacts(id),
      undefined,
    );
  });

  /** In their order; undefined until that is known. */
  readonly done: readonly ExerciseName[] | undefined = $derived.by(() => {
    if (this.shopId === null) return [];
    const facts = this.#query?.current;
    return facts ? doneExercises(facts) : undefined;
  });

  /** null: all are done. */
  readonly next: ExerciseName | null | undefined = $derived(this.done && nextExercise(this.done));

  /** The most promising product that has a plan. */
  get plannedId(): string | undefined {
    return this.#query?.current?.planned[0];
  }

  /** What went wrong last, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#query?.failure ?? null;
  }

  /** Opens the demo shop, from the device where it is there already. Its data set, or null where it could not be opened. */
  async start({ importing }: Pick<Opening, 'importing'>): Promise<number | null> {
    const { datasets, guidance } = this.#sources;
    const known = importedSample(await datasets.readList(), SHOP);
    const id = known?.id ?? (await importing.importSample(SHOP))?.datasetId;
    if (id === undefined) return null;
    await datasets.select(id);
    // The exercises are the guide from here on.
    guidance.endTour();
    if (!this.isOn) await this.#attempt(() => this.#ports.beginWorkshop(this.#ports.now()));
    return id;
  }

  /**
   * The demo shop as it was at first, once that is there: then the old one goes with all that was made of it, and can be had
   * back for a moment. No other data set is touched. The new data set, or null where it could not be opened.
   */
  async startAfresh({ importing, stop }: Opening): Promise<number | null> {
    const { datasets } = this.#sources;
    const before = (await datasets.readList()).filter(({ sample }) => sample === SHOP);
    const old = before.map(({ id }) => id);
    const id = (await importing.importSample(SHOP))?.datasetId;
    if (id === undefined) return null;
    stop(old);
    await datasets.select(id);
    if (old.length === 0) return id;
    datasets.removeAll(old, {
      text: m.workshop_afresh_now(),
      onundone: async () => {
        await datasets.select(old[0]!);
        await this.#attempt(() => this.#ports.deleteDataset(id));
      },
    });
    return id;
  }

  hideBar(isBarHidden: boolean): Promise<void> {
    return this.#attempt(() => this.#ports.changeWorkshop((on) => ({ ...on, isBarHidden })));
  }

  /** The demo shop and what was made of it stay. */
  end(): Promise<void> {
    return this.#attempt(() => this.#ports.endWorkshop());
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    this.#failure = null;
    try {
      await work();
    } catch (error) {
      this.#failure = error;
    }
  }
}
