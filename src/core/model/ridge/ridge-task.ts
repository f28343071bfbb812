// The fit of one ridge as plain values, so that it can run on another thread.

import type { EvidenceOptions } from './marginal-likelihood.ts';
import type { RidgeRows } from './ridge-rows.ts';

/** Everything that determines the fitted ridge. */
export interface RidgeTask {
  readonly lessons: RidgeRows;
  readonly options: Pick<EvidenceOptions, 'groups' | 'signed' | 'start'>;
  /** Start of its random probes. */
  readonly seed: number;
}
