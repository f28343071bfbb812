// The base models, as fitted to one part of the history.

import type { Analogues } from '#core/model/analogues/analogues.ts';
import type { CategoryMedians } from '#core/model/blend/category-median.ts';
import type { NetWeights } from '#core/model/net/net.ts';
import type { OutcomeName, RowEncoding } from '#core/model/outcomes/heads.ts';
import type { GaussianProcess } from '#core/model/process/gaussian-process.ts';
import type { Ridge } from '#core/model/ridge/ridge.ts';
import type { NetSettings } from '#core/model/training/training-settings.ts';
import type { BoostedTrees } from '#core/model/trees/boosted-trees.ts';

export interface Members {
  readonly encoding: RowEncoding;
  readonly net: NetWeights;
  /** One ridge for each outcome head; `trees` too has one entry for each. */
  readonly ridges: readonly Ridge[];
  readonly trees: readonly BoostedTrees[];
  /** null where units are learnt through the funnel, and where a stored blend does not use it. */
  readonly process: GaussianProcess | null;
  readonly analogues: Analogues;
  readonly medians: CategoryMedians;
}

/** Results of tuning, for a later fit on more rows. */
export interface Tuned {
  readonly net: NetSettings;
  readonly ridges: readonly Ridge[];
  readonly epochs: number;
  /** Rounds of the trees, for each outcome head. */
  readonly treeRounds: readonly number[];
  /**
   * Outcomes that were learnt. More rows could give others, and what was tuned and evaluated would belong to another
   * model.
   */
  readonly outcomes: readonly OutcomeName[];
}
