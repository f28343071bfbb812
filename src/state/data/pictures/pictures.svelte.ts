import { isAbort } from '#core/base/errors.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { LookMarks } from '#core/launch/looks.ts';
import type { ProductPicture } from '#core/model/images/product-picture.ts';
import type { PictureAccount } from '#core/import/pictures/picture-account.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import { JobState } from '#state/base/job-state.svelte.ts';
import { later } from '#state/base/later.ts';
import type { Notices, UndoQuestion } from '#state/base/notices.svelte.ts';
import { pictureOwners } from './picture-owners.ts';

const storage = later(() => import('#storage/data/pictures.ts'));
const { loadPictures, loadSmallPicture, loadKeepsPictures, saveKeepsPictures } = storage;
const { changePicture, undoPictures, removePictures, restorePictures } = storage;
const { loadLaunchTable } = later(() => import('#storage/data/datasets.ts'));
const { loadProducts } = later(() => import('#storage/data/products.ts'));
const { loadArticles } = later(() => import('#storage/plan/suppliers.ts'));

const ports = {
  ...{ loadPictures, loadSmallPicture, loadKeepsPictures, saveKeepsPictures },
  ...{ changePicture, undoPictures, removePictures, restorePictures },
  ...{ loadLaunchTable, loadProducts, loadArticles },
  importPictures: dataset.importPictures,
};
export type PicturePorts = typeof ports;

type Change = Awaited<ReturnType<PicturePorts['changePicture']>>;

/** The product pictures of a data set, what was done with the files given last, and what the seller says of pictures. */
export class Pictures {
  readonly #datasetId: number;
  readonly #notices: Notices;
  readonly #ports: PicturePorts;
  readonly #import = new JobState<PictureAccount>();
  /** Not live: while pictures are read, their records change many times a second. */
  #list = $state.raw<readonly ProductPicture[] | undefined>(undefined);
  #owners = $state.raw<readonly string[]>([]);
  #isKept = $state.raw(true);
  #failure = $state.raw<unknown>(null);
  #load = $state.raw((pictureId: number) => this.#ports.loadSmallPicture(pictureId));

  constructor(datasetId: number, notices: Notices, withPorts = ports) {
    this.#datasetId = datasetId;
    this.#notices = notices;
    this.#ports = withPorts;
  }

  /** In the order in which they were added; undefined until they are loaded. */
  get list(): readonly ProductPicture[] | undefined {
    return this.#list;
  }

  /** Products of the shop, by their `pictureOwner`, in alphabetical order; none until they are loaded. */
  get owners(): readonly string[] {
    return this.#owners;
  }

  /** Whether small pictures are kept. */
  get isKept(): boolean {
    return this.#isKept;
  }

  get phase(): JobPhase<PictureAccount> {
    return this.#import.phase;
  }

  /** Progress of the import, 0–1; null where it is not known. */
  get fraction(): number | null {
    return this.#import.fraction;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#import.error;
  }

  /** Loads what is stored now. */
  async look(): Promise<void> {
    await this.#attempt(async () => {
      this.#isKept = await this.#ports.loadKeepsPictures(this.#datasetId);
      this.#list = await this.#ports.loadPictures(this.#datasetId);
      const isFirst = this.#owners.length === 0 && this.#list.length > 0;
      if (isFirst) this.#owners = await this.#loadOwners();
    });
  }

  /** Adds the pictures in files. Returns null where that was stopped or failed. */
  async importFiles(files: readonly File[]): Promise<PictureAccount | null> {
    this.#failure = null;
    const request = { datasetId: this.#datasetId, files };
    const account = await this.#import.run(null, (options) =>
      this.#ports.importPictures(request, options),
    );
    await this.look();
    this.#loadAnew();
    return account;
  }

  /** Stops at once for the seller; the worker may need a moment. */
  cancel(): void {
    this.#import.cancel();
  }

  /** Keeps small pictures from now on, or deletes those that have been read. */
  async keep(isKept: boolean): Promise<void> {
    this.#isKept = isKept;
    await this.#attempt(() => this.#ports.saveKeepsPictures(this.#datasetId, isKept));
    this.#loadAnew();
  }

  /** Gives a picture to a product in place of its picture before; '' takes it away from its product. */
  async give({ id, fileName }: ProductPicture, owner: string): Promise<void> {
    const text =
      owner === ''
        ? m.pictures_took_away({ file: fileName })
        : m.pictures_gave({ file: fileName, title: owner });
    await this.#change(id, { owner }, text);
  }

  /** Replaces what the seller says of a picture. */
  async mark(picture: ProductPicture, chosen: Partial<LookMarks>): Promise<void> {
    const title = picture.owner || picture.fileName;
    await this.#change(picture.id, { chosen }, m.pictures_marks_changed({ title }));
  }

  /** @param onrestore called once the seller has taken that back */
  async removeAll(onrestore?: () => void): Promise<void> {
    await this.#attempt(async () => {
      const removed = await this.#ports.removePictures(this.#datasetId);
      this.#import.forget();
      await this.look();
      this.#notices.offerUndo({
        text: m.pictures_removed(),
        restore: () =>
          this.#attempt(async () => {
            await this.#ports.restorePictures(this.#datasetId, removed);
            await this.look();
            onrestore?.();
          }),
      });
    });
  }

  /** Loads a small picture; null where it is not kept. Another function once other small pictures may be stored. */
  get load(): (pictureId: number) => Promise<Blob | null> {
    return this.#load;
  }

  #loadAnew(): void {
    this.#load = (pictureId) => this.#ports.loadSmallPicture(pictureId);
  }

  async #change(
    id: number,
    change: Parameters<PicturePorts['changePicture']>[2],
    text: string,
  ): Promise<void> {
    await this.#attempt(async () => {
      const changes = await this.#ports.changePicture(this.#datasetId, id, change);
      await this.look();
      this.#notices.offerUndo({ text, restore: () => this.#takeBack(changes) });
    });
  }

  /** Undoes changes, or returns a question where another tab has changed the same pictures since. */
  async #takeBack(changes: Change, isForced = false): Promise<UndoQuestion | null> {
    let question: UndoQuestion | null = null;
    await this.#attempt(async () => {
      const conflicts = await this.#ports.undoPictures(this.#datasetId, changes, { isForced });
      await this.look();
      if (conflicts.length === 0) return;
      question = {
        text: m.pictures_undo_asked(),
        undoAnyway: async () => void (await this.#takeBack(changes, true)),
      };
    });
    return question;
  }

  async #loadOwners(): Promise<string[]> {
    const [table, products, articles] = await Promise.all([
      this.#ports.loadLaunchTable(this.#datasetId),
      this.#ports.loadProducts(this.#datasetId),
      this.#ports.loadArticles(this.#datasetId),
    ]);
    return pictureOwners(table, [...products, ...articles]);
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    this.#failure = null;
    try {
      await work();
    } catch (error) {
      if (!isAbort(error)) this.#failure = error;
    }
  }
}
