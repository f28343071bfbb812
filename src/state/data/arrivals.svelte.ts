import { createContext } from 'svelte';

/** Something that came to the app from outside, as it came. */
export type Arrival =
  /** Dropped outside a field, or chosen without one. */
  | { readonly how: 'given'; readonly files: readonly File[] }
  | { readonly how: 'pasted'; readonly text: string; readonly files: readonly File[] }
  | { readonly how: 'opened'; readonly handles: readonly FileSystemFileHandle[] }
  /** Result of sharing, as the service worker reports it. */
  | { readonly how: 'shared'; readonly result: string };

/** A file that one page can open, once the seller agrees. */
interface WaitingFile {
  readonly kind: 'project' | 'model';
  readonly file: File;
}

/** Entry point for what was given to no field of a page. Every page loads it; `ArrivalDesk` handles what arrives. */
export class Arrivals {
  /** Whether files are dragged over the window and no field of the page takes them. */
  isOver = $state.raw(false);
  /** The newest arrival that has not been handled. */
  come = $state.raw<Arrival | null>(null);
  waiting = $state.raw<WaitingFile | null>(null);
  /** Takes a pasted table of new products; set by a page while it accepts them. */
  onproducts: ((file: File) => void) | null = null;

  /** Returns the file that waits for the page of its kind, else null. */
  waitingAs(kind: WaitingFile['kind']): File | null {
    return this.waiting?.kind === kind ? this.waiting.file : null;
  }
}

export const [useArrivals, provideArrivals] = createContext<Arrivals>();
