import type { Day } from '../dates.ts';
import type { StepRace } from './adapter-verdict.ts';
import type { EpochQuality } from '../evaluation/epoch-quality.ts';
import type { NameReading } from '../language/name-reading.ts';
import type { OutcomeName } from '../model/heads.ts';
import type { BlendWeights } from '../model/blend.ts';
import type { NetSettings, TrainingSettings } from '../model/training-settings.ts';
import type { Progress } from '../progress.ts';
import type { TrainingPhase } from './training-phases.ts';

export type BackendName = 'webgpu' | 'wasm' | 'cpu';
export type ComputePreference = 'auto' | BackendName;

export type BackendReason =
  /** Only of models that were stored before adapters were raced. */
  | 'real-adapter'
  | 'won-race'
  | 'lost-race'
  | 'no-webgpu'
  | 'no-adapter'
  | 'software-adapter'
  | 'parity-failed'
  | 'gpu-unusable'
  | 'gpu-failed'
  | 'no-simd'
  | 'chosen';

/** What a choice says of itself. */
export type ChoiceReason = Pick<BackendChoice, 'reason' | 'device' | 'race'>;

/** Which processor trains, and why not a faster one: shown to the seller. */
export interface BackendChoice {
  readonly name: BackendName;
  readonly reason: BackendReason;
  /** The adapter's own words where there are any, such as "nvidia ampere". */
  readonly device: string;
  /** Where both were tried. */
  readonly race?: StepRace | null | undefined;
  /** True where our own SIMD kernels run under the WASM backend. */
  readonly fastKernels: boolean;
}

export interface EpochLoss {
  readonly epoch: number;
  readonly training: number;
  /** Missing while the final fit learns from every launch. */
  readonly validation: number | null;
  /** Not known of models stored before it was kept, as are the two after it. */
  readonly learningRate?: number | undefined;
  /** The parts of the validation's; null as that is. */
  readonly byHead?: readonly HeadLoss[] | null | undefined;
  readonly quality?: EpochQuality | null | undefined;
}

export interface HeadLoss {
  readonly name: string;
  readonly loss: number;
}

export interface TrainingProgress extends Progress {
  readonly phase: TrainingPhase;
  /** Those of this run, in order. */
  readonly phases: readonly TrainingPhase[];
  readonly backend: BackendChoice;
  readonly epoch: number;
  readonly epochCount: number;
  readonly curve: readonly EpochLoss[];
  /** Of the last epoch; null before the first. */
  readonly stepsPerSecond: number | null;
  /** What the processor that trains holds. */
  readonly memoryBytes: number;
  /** Of the phase, while the language model is fetched or reads; of all that is to come, while the model learns. */
  readonly secondsLeft: number | null;
}

/** How far predictions were from outcomes on launches that the model had not seen. */
export interface HoldoutScore {
  readonly method:
    | 'debut'
    | 'net'
    | 'trees'
    | 'ridge'
    | 'analogues'
    | 'last-year'
    | 'category-median';
  /** Sum of absolute errors over the sum of outcomes. */
  readonly wape: number;
  readonly maeUnits: number;
  /** R² of log1p(units). */
  readonly r2Log: number;
}

/** How far one outcome of the funnel was from what happened on the test part. */
export interface HeadScore {
  readonly name: OutcomeName;
  /** Launches of the test part that know this outcome. */
  readonly judgedOn: number;
  /** In the outcome's own unit: a count, or a share of 1. NaN where none knows it, as are the others. */
  readonly mae: number;
  readonly wape: number;
  readonly r2Log: number;
}

/** How often ranges held on the test part that were drawn from what came before it alone; plans use the residuals of all. */
export interface Coverage {
  /** 0.5, 0.8 … */
  readonly promisedFraction: number;
  readonly reachedFraction: number;
}

/** What the data cannot tell, and therefore what is not recommended. */
export type Limit =
  | 'no-channel'
  | 'one-channel'
  | 'no-promotion'
  | 'one-promotion'
  | 'no-price-variation'
  | 'no-sale-price'
  | 'price-unclear'
  | 'promotion-prices-only'
  | 'no-cost'
  | 'no-list-price'
  | 'no-ad-spend'
  | 'no-fees'
  | 'under-one-year'
  | 'few-launches';

/** One origin of a rolling-origin cross-validation: all launches before it teach, those after it judge. */
export interface OriginScore {
  /** The first launch that judges. */
  readonly firstDay: Day;
  readonly learntFrom: number;
  readonly judgedOn: number;
  /** Weighted absolute percentage errors. */
  readonly blendWape: number;
  readonly medianWape: number;
}

/** What it brings to learn from what titles mean, beside their words: R² of log units on the launches that tuning looks at. */
export interface MeaningScore {
  readonly withR2: number;
  readonly withoutR2: number;
  readonly judgedOn: number;
  /** Only where it is clearly better with. */
  readonly isKept: boolean;
}

/** What a model has learnt, to tell when the launches have been read in another way since, or are for other selling events. */
interface LearntLaunches {
  /** As `readingKey` gives it. */
  readonly readingKey: string;
  readonly launchCount: number;
  /** As `eventsKey` gives it. */
  readonly eventsKey: string;
  /** Not known of models stored before they were kept, as is the one after it. */
  readonly lastDay?: Day | undefined;
  /** 53 bits of the launches' contents, as `contentKey` gives them. */
  readonly dataVersion?: number | undefined;
}

export interface TrainingReport {
  readonly modelId: number;
  readonly datasetId: number;
  readonly trainedAt: number;
  /** Not known of models stored before it was kept. */
  readonly learnt?: LearntLaunches | undefined;
  /** Not known where a model was fitted without being asked to read names. */
  readonly reading?: NameReading | undefined;
  /** Null, or not known, where the language model read nothing, or launches were too few to tell. */
  readonly meaning?: MeaningScore | null | undefined;
  /** Whether many names are in letters that the language model cannot read. */
  readonly isOftenUnreadable?: boolean | undefined;
  /** net: the varying-coefficient net blended with trees, ridge and nearest launches; shrinkage: ridge alone, too few launches for a net. */
  readonly method: 'net' | 'shrinkage';
  /** Outcome heads that had data, such as "impressions" or "units". */
  readonly heads: readonly string[];
  readonly rows: {
    readonly training: number;
    readonly validation: number;
    readonly test: number;
  };
  readonly curve: readonly EpochLoss[];
  /** By outcome, on the same test part. */
  readonly headScores: readonly HeadScore[];
  /** Mean pinball loss in units over the quantiles that ranges are drawn from, on the same test part; null where there is none. */
  readonly pinballUnits: number | null;
  /** Held-out test part; empty where there are too few launches to hold any out. */
  readonly holdout: readonly HoldoutScore[];
  readonly coverage: readonly Coverage[];
  /** Shares of net, ridge, trees, nearest launches and category median in the prediction. */
  readonly blend: BlendWeights;
  readonly limits: readonly Limit[];
  readonly backend: BackendChoice;
  readonly parameterCount: number;
  /** Room that the model takes on this device; 0 until it is stored. */
  readonly storedBytes: number;
  readonly seconds: number;
  readonly stepsPerSecond: number;
  readonly settings: TrainingSettings;
  /** Size and schedule of the net that was taken; null where there were too few launches for one. */
  readonly net: NetSettings | null;
  /** How many settings of the net were compared. */
  readonly settingsTried: number;
  /** Number of the model whose settings and penalties this one started from, without a search of its own. */
  readonly startedFrom?: number | undefined;
  /** Earlier points in time from which later launches were predicted, oldest first; none where that took too long. */
  readonly crossValidation: readonly OriginScore[];
}
