import type { Analogues } from '../analogues/analogues.ts';
import type { CategoryMedians } from '../blend/category-median.ts';
import type { RangeBasis } from '../blend/conformal-ranges.ts';
import type { TrainingReport } from './training-report.ts';
import type { BlendWeights } from '../blend/blend.ts';
import type { RowEncoding } from '../outcomes/heads.ts';
import type { NetWeights } from '../net/net.ts';
import type { BoostedTrees } from '../trees/boosted-trees.ts';
import type { Calibration } from '../blend/calibration.ts';
import type { RatingSpread } from '../blend/rating-range.ts';
import type { PlannedRates } from '../return-rates/planned-rates.ts';
import type { GaussianProcess } from '../process/gaussian-process.ts';
import type { Ridge } from '../ridge/ridge.ts';

/** Everything that planning needs, as plain values and typed arrays; packed-model.ts defines how it is stored. */
export interface TrainedModel extends RangeBasis {
  readonly encoding: RowEncoding;
  /** null where there were too few launches for a network. */
  readonly net: NetWeights | null;
  /** One for each outcome head. */
  readonly ridges: readonly Ridge[];
  /** One for each outcome head; empty where there were too few launches. */
  readonly trees: readonly BoostedTrees[];
  /** null where the blend does not use it. */
  readonly process: GaussianProcess | null;
  /** null where there were too few launches to compare with others. */
  readonly analogues: Analogues | null;
  readonly medians: CategoryMedians;
  readonly blend: BlendWeights;
  /** Level by which the blend's forecasts are off, on the log1p scale; added to every calibrated prediction. */
  readonly level: number;
  readonly calibration: Calibration;
  /** null without known returns. */
  readonly returnRates: PlannedRates | null;
  /** Absent where too few ratings are known: their ratings have no range. */
  readonly ratingSpread?: RatingSpread | undefined;
  readonly report: TrainingReport;
}
