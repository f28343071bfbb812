/** Advisory: the last report can be overtaken by the result, so each repeats everything that matters. */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
}

/** The part of AbortSignal that pure code may see; core compiles without the DOM library. */
export interface StopSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
