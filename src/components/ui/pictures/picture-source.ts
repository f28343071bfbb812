import { getContext, setContext } from 'svelte';

/** Where small pictures of products come from. A page provides it; parts that show products ask for it. */
export interface PictureSource {
  /** Whether any product has a picture to show. */
  readonly hasAny: boolean;
  /** Returns the picture of a product, by its `pictureOwner`; undefined where there is none to show. */
  idOf(owner: string): number | undefined;
  /** Returns the small picture; null where it is gone. */
  load(pictureId: number): Promise<Blob | null>;
}

const KEY = Symbol('pictures');

export function providePictureSource<Source extends PictureSource>(source: Source): Source {
  return setContext(KEY, source);
}

/** Returns the source of pictures; null where none is provided, as in tests of single parts. */
export function usePictureSource(): PictureSource | null {
  return getContext<PictureSource | undefined>(KEY) ?? null;
}
