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
import type { LessonRecord } from '#core/lesson/lesson.ts';
import type { StartFile } from './start-file.svelte.ts';

const { deleteDataset } = later(() => import('#storage/data/datasets.ts'));
const { changeLesson, forgetLesson, loadLesson } = later(() => import('#storage/app/lesson.ts'));
const { beginWorkshop, changeWorkshop, endWorkshop, loadShopFacts, noteDeed } = later(
  () => import('#storage/app/workshop.ts'),
);
export { noteDeed };

const ports = {
  loadShopFacts,
  deleteDataset,
  beginWorkshop,
  changeWorkshop,
  endWorkshop,
  takeLesson,
  restoreLesson: (lesson: LessonRecord) => changeLesson((since) => since ?? lesson),
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
  /** Whether the short demo shop is wanted. */
  readonly isShort: boolean;
  /** Stops work on these data sets, which would store its results for deleted data. */
  readonly stop: (datasetIds: readonly number[]) => void;
}

interface TrainedOpening extends Pick<Opening, 'stop'> {
  readonly startFile: Pick<StartFile, 'open'>;
}

interface Replacement extends Pick<Opening, 'stop'> {
  /** IDs of the data sets to remove. */
  readonly old: readonly number[];
  /** What was done, shown next to the offer to undo it. */
  readonly text: string;
  readonly onundone?: () => Promise<unknown>;
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
  async start({
    importing,
    isShort,
  }: Pick<Opening, 'importing' | 'isShort'>): Promise<number | null> {
    const { datasets } = this.#sources;
    const known = importedSample(await datasets.readList(), SHOP, { isShort });
    const id = known?.id ?? (await importing.importSample(SHOP, { isShort }))?.datasetId;
    if (id === undefined) return null;
    await datasets.select(id);
    if (this.isOn) this.#sources.guidance.endTour();
    else await this.#begin();
    return id;
  }

  /**
   * Imports the demo shop again as it was at first. Then removes the old ones with all that was made of them, and
   * offers to undo that. No other data set is changed.
   * Returns the ID of the new data set, or null where it could not be opened.
   */
  async startAfresh({ importing, isShort, stop }: Opening): Promise<number | null> {
    const old = await this.#shopIds();
    const id = (await importing.importSample(SHOP, { isShort }))?.datasetId;
    if (id === undefined) return null;
    await this.#replace(id, { old, stop, text: m.workshop_afresh_now() });
    return id;
  }

  /**
   * Opens the trained shop of the start file, and begins the workshop. Then removes the demo shops that were there and
   * forgets what the lesson kept, and offers to undo both. No other data set is changed, and doing it again gives the
   * same.
   * Returns the ID of the new data set, or null where it could not be opened.
   */
  async startTrained({ startFile, stop }: TrainedOpening): Promise<number | null> {
    const old = await this.#shopIds();
    const id = await startFile.open();
    if (id === null) return null;
    await this.#begin();
    let lesson: LessonRecord | undefined;
    await this.#attempt(async () => (lesson = await this.#ports.takeLesson()));
    const onundone = async () => lesson && this.#ports.restoreLesson(lesson);
    if (old.length > 0 || lesson)
      await this.#replace(id, { old, stop, text: m.room_trained_now(), onundone });
    else await this.#sources.datasets.select(id);
    return id;
  }

  /** Shows a new shop, removes the old ones, and offers to undo that. */
  async #replace(id: number, { old, stop, text, onundone }: Replacement): Promise<void> {
    const { datasets } = this.#sources;
    stop(old);
    await datasets.select(id);
    datasets.removeAll(old, {
      text,
      onundone: async () => {
        if (old[0] !== undefined) await datasets.select(old[0]);
        await this.#attempt(async () => {
          await onundone?.();
          await this.#ports.deleteDataset(id);
        });
      },
    });
  }

  async #shopIds(): Promise<number[]> {
    const list = await this.#sources.datasets.readList();
    return list.filter(({ sample }) => sample === SHOP).map(({ id }) => id);
  }

  /** From here on the exercises are the guide. */
  async #begin(): Promise<void> {
    this.#sources.guidance.endTour();
    await this.#attempt(() => this.#ports.beginWorkshop(this.#ports.now()));
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

/** Forgets what the lesson kept, and returns it. */
async function takeLesson(): Promise<LessonRecord | undefined> {
  const lesson = await loadLesson();
  await forgetLesson();
  return lesson;
}
