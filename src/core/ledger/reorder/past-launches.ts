import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { ReviewsByLaunch } from './first-reviews.ts';

/** What reorder advice is learnt from. */
export interface PastLaunches {
  readonly table: LaunchTable;
  /** log1p of the units forecast by a model that was not trained on the launch, by row; NaN where there is none. */
  readonly forecastLogs: ArrayLike<number>;
  /** Absent where no reviews are known. */
  readonly reviews?: ReviewsByLaunch | undefined;
}
