import type { Day } from '#core/base/dates.ts';
import type { StepRace } from './adapter-check.ts';
import type { EpochQuality } from './epoch-quality.ts';
import type { NameReading } from '../text/name-reading.ts';
import type { OutcomeName } from '../outcomes/heads.ts';
import type { BlendWeights, MemberName } from '../blend/blend.ts';
import type { NetSettings, TrainingSettings } from './training-settings.ts';
import { stopOf, type StopPoint } from './stop-point.ts';

export type BackendName = 'webgpu' | 'wasm' | 'cpu';
export type ComputePreference = 'auto' | BackendName;

export type BackendReason =
  /** Nothing to race against started; also in models stored before adapters were raced. */
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
  | 'wasm-failed'
  | 'chosen';

/** Reason shown for a choice of processor. */
export type ChoiceReason = Pick<BackendChoice, 'reason' | 'device' | 'race' | 'failure'>;

/** The processor that trains, and why no faster one does; shown to the seller. */
export interface BackendChoice {
  readonly name: BackendName;
  readonly reason: BackendReason;
  /** The adapter's own description where available, such as "nvidia ampere". */
  readonly device: string;
  /** What the browser said of a faster processor that did not start. */
  readonly failure?: string | undefined;
  /** Step times where both were raced. */
  readonly race?: StepRace | null | undefined;
  /** True where Debut's own SIMD kernels run under the WASM backend. */
  readonly fastKernels: boolean;
}

export interface EpochLoss {
  readonly epoch: number;
  readonly training: number;
  /** Null while the final fit trains on every launch. */
  readonly validation: number | null;
  /** Missing in models stored before it existed, like the next two. */
  readonly learningRate?: number | undefined;
  /** Validation loss of each output; null where `validation` is. */
  readonly byHead?: readonly HeadLoss[] | null | undefined;
  readonly quality?: EpochQuality | null | undefined;
}

export interface HeadLoss {
  readonly name: string;
  readonly loss: number;
}

/** Forecast errors on the test set (launches that the model was not trained on). */
export interface HoldoutScore {
  readonly method:
    | 'debut'
    | 'net'
    | 'trees'
    | 'ridge'
    | 'process'
    | 'analogues'
    | 'last-year'
    | 'category-median';
  /** Sum of absolute errors over the sum of outcomes. */
  readonly wape: number;
  readonly maeUnits: number;
  /** R² on the log1p(units) scale. */
  readonly r2Log: number;
}

/** Error of one funnel outcome on the test set. */
export interface HeadScore {
  readonly name: OutcomeName;
  /** Launches of the test set that know this outcome. */
  readonly judgedOn: number;
  /** In the outcome's own unit: a count, or a share of 1. NaN where no launch knows it; the same below. */
  readonly mae: number;
  readonly wape: number;
  readonly r2Log: number;
}

/** Coverage of ranges on the test set, with ranges from earlier residuals only; plans use all residuals. */
export interface Coverage {
  /** Nominal coverage: 0.5, 0.8 … */
  readonly promisedFraction: number;
  readonly reachedFraction: number;
}

/** Limitations: what the data cannot show, and therefore is not recommended. */
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
  | 'few-launches'
  | 'market-changed'
  | 'sold-only';

/** One origin of a rolling-origin backtest: earlier launches train, later ones test. */
export interface OriginScore {
  /** Day of the first test launch. */
  readonly firstDay: Day;
  readonly learntFrom: number;
  readonly judgedOn: number;
  /** Weighted absolute percentage errors (WAPE). */
  readonly blendWape: number;
  readonly medianWape: number;
  /**
   * Coverage of 80% ranges that only earlier origins' errors give; missing for the first.
   */
  readonly covered80?: number | undefined;
}

/**
 * What a base model adds to the blend: the error without it less the error with it, as WAPE. Above 0, it helps. Without
 * it, the weights of the others are chosen again.
 */
export interface MemberWorth {
  readonly member: MemberName;
  /** On the test set, which chose no weights; ranges over bootstrap draws of such launches. */
  readonly unseen: WorthRange;
  /** On the backtests, which chose the weights, and therefore tend to flatter base models with a weight. */
  readonly backtests: number;
}

interface WorthRange {
  readonly expected: number;
  readonly low80: number;
  readonly low50: number;
  readonly high50: number;
  readonly high80: number;
  /** Whether 90% of draws, from the 5% quantile to the 95%, lie on one side of zero. */
  readonly isClear: boolean;
}

/** Effect of a further kind of input: R² of log units on the tuning launches. */
export interface InputScore {
  readonly withR2: number;
  readonly withoutR2: number;
  readonly judgedOn: number;
  /** True only where it is clearly better. */
  readonly isKept: boolean;
}

/** What a model was trained on, to detect when launches were read differently since, or sales events changed. */
interface LearntLaunches {
  /** From `readingKey`. */
  readonly readingKey: string;
  readonly launchCount: number;
  /** From `eventsKey`. */
  readonly eventsKey: string;
  readonly lastDay: Day;
  /** 53-bit hash of the launches' contents, from `contentKey`. */
  readonly dataVersion: number;
  /** Content key of what reviews told of the launches; missing where they told nothing. */
  readonly reviewsKey?: number | undefined;
  /** Content key of the weekly demand that was known; missing where none was. */
  readonly demandKey?: number | undefined;
}

export interface TrainingReport {
  readonly modelId: number;
  readonly datasetId: number;
  readonly trainedAt: number;
  /** Missing until the model is stored. */
  readonly learnt?: LearntLaunches | undefined;
  /** Missing where a model was fitted without reading names. */
  readonly reading?: NameReading | undefined;
  /** In addition to the words of titles. Null or missing where the language model read nothing, or launches were too few to compare. */
  readonly meaning?: InputScore | null | undefined;
  /**
   * Effect of pictures, in addition to the rest. Null where too few launches have one to compare; missing where none has.
   */
  readonly looks?: InputScore | null | undefined;
  /** Whether some titles were read word by word only, because their meaning was no help. */
  readonly leavesTitles?: boolean | undefined;
  /** Whether many names use letters that the language model cannot read. */
  readonly isOftenUnreadable?: boolean | undefined;
  /**
   * net: blend of the varying-coefficient network, trees, ridge and similar launches. shrinkage: ridge alone, where
   * launches are too few for a network.
   */
  readonly method: 'net' | 'shrinkage';
  /** Outcome heads that had data, such as "impressions" or "units". */
  readonly heads: readonly string[];
  readonly rows: {
    readonly training: number;
    readonly validation: number;
    readonly test: number;
  };
  readonly curve: readonly EpochLoss[];
  /** By outcome, on the same test set. */
  readonly headScores: readonly HeadScore[];
  /** Mean pinball loss in units over the quantiles of the ranges, on the same test set; null where there is none. */
  readonly pinballUnits: number | null;
  /** Errors on the test set; empty where there are too few launches for one. */
  readonly holdout: readonly HoldoutScore[];
  readonly coverage: readonly Coverage[];
  /** Weights of network, ridge, trees, similar launches and category median in the forecast. */
  readonly blend: BlendWeights;
  /** What each base model with a weight adds; missing in models stored before it existed, and where ridge is alone. */
  readonly memberWorths?: readonly MemberWorth[] | undefined;
  readonly limits: readonly Limit[];
  readonly backend: BackendChoice;
  readonly parameterCount: number;
  /** Bytes that the model takes on this device; 0 until it is stored. */
  readonly storedBytes: number;
  readonly seconds: number;
  readonly stepsPerSecond: number;
  readonly settings: TrainingSettings;
  /** Size and schedule of the chosen network; null where there were too few launches for one. */
  readonly net: NetSettings | null;
  /** Number of network settings compared. */
  readonly settingsTried: number;
  /** ID of the model whose settings and penalties were reused without a new search (warm start). */
  readonly startedFrom?: number | undefined;
  /**
   * Parts that the seller stopped, in order. Absent in models stored before it existed, and where nothing was stopped.
   */
  readonly stopped?: readonly StopPoint[] | undefined;
  /** Backtest origins, oldest first; empty where the backtest took too long. */
  readonly crossValidation: readonly OriginScore[];
}

/**
 * Returns the number of launches that a model has learnt from: all, unless the seller stopped its last fit. Older reports
 * do not state how many there were.
 */
export function launchesLearnt(report: TrainingReport): number {
  const { training, validation, test } = report.rows;
  const all = report.learnt?.launchCount ?? training + validation + test;
  return stopOf(report, 'launches')?.done ?? all;
}

/** Returns how people see the version of the launches that a model learnt. */
export function dataVersionText(dataVersion: number): string {
  return dataVersion.toString(36);
}
