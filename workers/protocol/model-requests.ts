import type { Day } from '#core/base/dates.ts';
import type { Aim } from '#core/planning/plan/aim.ts';
import type { MarketShift } from '#core/model/never-sold/market-shift.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import type { TrainingSettings } from '#core/model/training/training-settings.ts';

export interface TrainingRequest {
  readonly datasetId: number;
  readonly compute: ComputePreference;
  readonly settings: TrainingSettings;
}

export interface PlanRequest {
  readonly datasetId: number;
  readonly compute: ComputePreference;
  /** No launch is planned before this day. */
  readonly earliestDay: Day;
  readonly aim: Aim;
}

/** What was stored: the page reads the ranking itself from storage. */
export interface PlansMade {
  readonly datasetId: number;
  readonly planCount: number;
}

/** The page reads the shortlist itself from storage. */
export interface ListRanked {
  readonly datasetId: number;
  readonly articleCount: number;
}

/** A plan that is looked at stays with the model that made it. */
export interface OfPlan {
  readonly datasetId: number;
  /** undefined: the model in use. */
  readonly modelId?: number;
  /** Share at which the plan counts gains over the usual approach; undefined: in full. */
  readonly keptShare?: number | undefined;
  /** How its forecast was moved, of a category that was never sold; undefined: not at all. */
  readonly neverSold?: MarketShift | undefined;
}

export interface ExplainRequest extends OfPlan {
  readonly compute: ComputePreference;
  /** One of the new products that wait for a plan. */
  readonly productId: string;
  /** Action that is planned for it. */
  readonly action: LaunchAction;
  /** Its costs are counted for past launches too; undefined: none are. */
  readonly aim?: Aim | undefined;
  /** Share of looks in what launches are called similar by: 0 words only, 1 looks only; undefined: as usual. */
  readonly looksShare?: number | undefined;
}

/** One product on one channel with one promotion; null where the history has none to choose from. */
export interface StudyRequest extends OfPlan {
  readonly compute: ComputePreference;
  /** No launch is planned before this day. */
  readonly earliestDay: Day;
  readonly productId: string;
  readonly channel: string | null;
  readonly promotion: string | null;
  readonly aim: Aim;
}

/** A few titles of the lesson. */
export interface EmbedTitlesRequest {
  readonly titles: readonly string[];
  /** The title whose attention is shown. */
  readonly attended: string;
  /** Whether the language model may be downloaded where it is not on this device. */
  readonly allowsDownload: boolean;
}

export interface LearningRequest {
  readonly datasetId: number;
  readonly compute: ComputePreference;
}

export interface ReadPicturesRequest {
  readonly datasetId: number;
  readonly compute: ComputePreference;
  /** Whether the image encoder may be downloaded where it is not on this device. */
  readonly allowsDownload: boolean;
}

export interface PicturesRead {
  /** Pictures of the data set that the image encoder has read by now. */
  readonly readCount: number;
  readonly total: number;
}

export interface FetchLanguageRequest {
  /** Whether Chinese names are to be read, too. */
  readonly withChinese: boolean;
}
