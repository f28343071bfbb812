import {
  doneExercises,
  nextExercise,
  type ExerciseName,
  type ShopFacts,
} from '#core/app/exercises.ts';
import { m } from '#messages';
import type { Datasets } from '../data/datasets.svelte.ts';
import type { Guidance } from './guidance.svelte.ts';
import type { ImportSession } from '../data/import-session.svelte.ts';
import { later } from '../base/later.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { importedSample } from '../data/samples.ts';

const { deleteDataset } = later(() => import('#storage/data/datasets.ts'));
const { saveSetting } = later(() => import('#storage/app/settings.ts'));
const { changeWorkshop, endWorkshop, loadShopFacts, noteDeed } = later(
  () => import('#storage/app/workshop.ts'),
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
  /** Stops work on these data sets, which would store its results for deleted data. */
  readonly stop: (datasetIds: readonly number[]) => void;
}

/** A workshop with the demo shop: progress of its exercises, and starting it again. */
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

  /** ID of the demo shop in use: the one on screen, else the newest. null: there is none. */
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

  /** Exercises that are done, in their order; undefined until they are known. */
  readonly done: readonly ExerciseName[] | undefined = $derived.by(() => {
    if (this.shopId === null) return [];
    const facts = this.#query?.current;
    return facts ? doneExercises(facts) : undefined;
  });

  /** Next exercise; null where all are done. */
  readonly next: ExerciseName | null | undefined = $derived(this.done && nextExercise(this.done));

  /** ID of the most promising product that has a plan. */
  get plannedId(): string | undefined {
    return this.#query?.current?.planned[0];
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#query?.failure ?? null;
  }

  /**
   * Opens the demo shop, from the device where it is stored already. Returns the ID of its data set, or null where it
   * could not be opened.
   */
  async start({ importing }: Pick<Opening, 'importing'>): Promise<number | null> {
    const { datasets, guidance } = this.#sources;
    const known = importedSample(await datasets.readList(), SHOP);
    const id = known?.id ?? (await importing.importSample(SHOP))?.datasetId;
    if (id === undefined) return null;
    await datasets.select(id);
    // From here on the exercises are the guide.
    guidance.endTour();
    if (!this.isOn) await this.#attempt(() => this.#ports.beginWorkshop(this.#ports.now()));
    return id;
  }

  /**
   * Imports the demo shop again as it was at first. Then removes the old one with all that was made of it, and offers
   * to undo that. No other data set is changed.
   * Returns the ID of the new data set, or null where it could not be opened.
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

  /** Ends the workshop; the demo shop and what was made of it stay. */
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
