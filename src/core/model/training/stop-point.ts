// How far the parts of a training are that the seller can stop, keeping the best that there is.

/**
 * Parts that can be stopped, in the order of a run: trials of network settings, backtests from earlier origins, epochs of
 * the fit that is evaluated, and launches that the model learns from (its last fit is on all of them).
 */
export const STOPPABLE_PARTS = ['settings', 'backtests', 'epochs', 'launches'] as const;

export type StoppablePart = (typeof STOPPABLE_PARTS)[number];

/** How much of a part is done, in its own unit. */
export interface StopPoint {
  readonly part: StoppablePart;
  readonly done: number;
  readonly total: number;
}

/** What the seller stopped in the training of a model. */
interface Stopped {
  readonly stopped?: readonly StopPoint[] | undefined;
}

/** Returns where the seller stopped a part; undefined where that part was not stopped. */
export function stopOf({ stopped = [] }: Stopped, part: StoppablePart): StopPoint | undefined {
  return stopped.find((point) => point.part === part);
}
