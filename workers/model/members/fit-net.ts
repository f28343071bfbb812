import type { NetTask, OnEpoch } from '#core/model/training/net-task.ts';
import type { NetWeights } from '#core/model/net/net.ts';
import type { PartStops } from '#protocol/part-stops.ts';

/** How a fit may end before its last epoch. What was fitted in an earlier attempt is returned either way. */
export interface FitEnds {
  /** Once aborted, the fit is given up and fails. */
  readonly drop?: AbortSignal | undefined;
  /** Once epochs are to stop, it ends with the weights of the best epoch so far. */
  readonly stops?: PartStops | undefined;
}

export type FitNet = (task: NetTask, onEpoch: OnEpoch, ends?: FitEnds) => Promise<NetWeights>;
