/** Progress report. The result may arrive before the last report, so every report is complete in itself. */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
}

/** The part of AbortSignal that core uses; core compiles without the DOM library. */
export interface StopSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
