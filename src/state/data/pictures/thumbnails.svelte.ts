import { LiveQuery } from '#state/base/live-query.svelte.ts';
import { later } from '#state/base/later.ts';

const { loadSmallPicture } = later(() => import('#storage/data/pictures.ts'));
const { loadShownPictures } = later(() => import('#storage/data/shown-pictures.ts'));

const ports = { loadSmallPicture, loadShownPictures };
export type ThumbnailPorts = typeof ports;

type ShownPictures = ReadonlyMap<string, number>;
const NONE: ShownPictures = new Map();

/** Small pictures of the products of the data set on screen. They are looked up once a part of a page asks for one. */
export class Thumbnails {
  readonly #datasetId: () => number | undefined;
  readonly #ports: ThumbnailPorts;

  constructor(datasetId: () => number | undefined, withPorts = ports) {
    this.#datasetId = datasetId;
    this.#ports = withPorts;
  }

  readonly #query = $derived.by(() => {
    const id = this.#datasetId();
    if (id === undefined) return null;
    const load = () => this.#ports.loadShownPictures(id);
    return new LiveQuery<ShownPictures>(load, NONE, { ifNothing: NONE });
  });

  /** Whether any product has a picture to show; false until that is known. */
  get hasAny(): boolean {
    return this.#shown.size > 0;
  }

  /** Returns the ID of the picture of a product; undefined where there is none, or none is kept. */
  idOf(owner: string): number | undefined {
    return this.#shown.get(owner);
  }

  load(pictureId: number): Promise<Blob | null> {
    return this.#ports.loadSmallPicture(pictureId);
  }

  get #shown(): ShownPictures {
    return this.#query?.current ?? NONE;
  }
}
