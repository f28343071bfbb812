import { createContext } from 'svelte';

/** What has come to the app from outside of it, as it came. */
export type Arrival =
  /** Dropped beside a field, or chosen without one. */
  | { readonly how: 'given'; readonly files: readonly File[] }
  | { readonly how: 'pasted'; readonly text: string; readonly files: readonly File[] }
  | { readonly how: 'opened'; readonly handles: readonly FileSystemFileHandle[] }
  /** What the service worker says became of what was shared. */
  | { readonly how: 'shared'; readonly result: string };

/** A file that one page can open, once the seller agrees. */
interface WaitingFile {
  readonly kind: 'project' | 'model';
  readonly file: File;
}

/** The one way in for what was given to no field of a page. Every page starts with it: whatever it does is done by `ArrivalDesk`. */
export class Arrivals {
  /** Files are held over the window, and no field of the page speaks for them. */
  isOver = $state.raw(false);
  /** The newest that nobody has looked at. */
  come = $state.raw<Arrival | null>(null);
  waiting = $state.raw<WaitingFile | null>(null);
  /** Set by a page for as long as a pasted table is one of new products there. */
  onproducts: ((file: File) => void) | null = null;

  /** The file that waits for the page of its kind. */
  waitingAs(kind: WaitingFile['kind']): File | null {
    return this.waiting?.kind === kind ? this.waiting.file : null;
  }
}

export const [useArrivals, provideArrivals] = createContext<Arrivals>();
