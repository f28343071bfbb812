import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { DemandSeason } from './demand-season.ts';
import type { ReviewsByLaunch } from './first-reviews.ts';

/** What corrections of running launches are learnt from. */
export interface PastLaunches {
  readonly table: LaunchTable;
  /** log1p of the units forecast by a model that was not trained on the launch, by row; NaN where there is none. */
  readonly forecastLogs: ArrayLike<number>;
  /** Absent where no reviews are known. */
  readonly reviews?: ReviewsByLaunch | undefined;
  /** Absent or null where the shop's weekly demand is not known. */
  readonly season?: DemandSeason | null | undefined;
}
