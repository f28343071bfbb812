// The form of the report of a training run.

import type { EpochQuality } from '#core/model/training/epoch-quality.ts';
import type { StepRace } from '#core/model/training/adapter-check.ts';
import type {
  BackendChoice,
  Coverage,
  EpochLoss,
  HeadLoss,
  HeadScore,
  HoldoutScore,
  InputScore,
  Limit,
  MemberWorth,
  OriginScore,
  TrainingReport,
} from '#core/model/training/training-report.ts';
import type { BlendWeights, MemberName } from '#core/model/blend/blend.ts';
import { OUTCOME_NAMES, type OutcomeName } from '#core/model/outcomes/heads.ts';
import { STOPPABLE_PARTS, type StopPoint } from '#core/model/training/stop-point.ts';
import type { FitSettings } from '#core/model/net/net.ts';
import type { NetSettings, TrainingSettings } from '#core/model/training/training-settings.ts';
import {
  count,
  day,
  finite,
  list,
  moment,
  nullable,
  number,
  object,
  oneIn,
  oneOf,
  optional,
  share,
  text,
  truth,
  type Form,
} from '../form/form.ts';

type Learnt = NonNullable<TrainingReport['learnt']>;

export const outcomeName: Form<OutcomeName> = oneIn(OUTCOME_NAMES);

export const blendForm: Form<BlendWeights> = object<BlendWeights>({
  net: share,
  ridge: share,
  trees: share,
  process: optional(share),
  analogues: share,
  median: share,
});

const inputScore = object<InputScore>({
  withR2: number,
  withoutR2: number,
  judgedOn: count,
  isKept: truth,
});

const memberWorth = object<MemberWorth>({
  member: oneOf<MemberName>({
    net: true,
    ridge: true,
    trees: true,
    process: true,
    analogues: true,
    median: true,
  }),
  unseen: object<MemberWorth['unseen']>({
    expected: number,
    low80: number,
    low50: number,
    high50: number,
    high80: number,
    isClear: truth,
  }),
  backtests: number,
});

const settings = object<TrainingSettings>({
  seed: finite,
  searchSeconds: finite,
  learningRate: nullable(finite),
  batch: nullable(finite),
  epochs: nullable(finite),
  weightDecay: nullable(finite),
  members: nullable(finite),
  width: nullable(finite),
});

const netSettings = object<NetSettings>({
  members: count,
  width: count,
  augmented: truth,
  fromRidges: truth,
  fit: object<FitSettings>({
    epochs: count,
    batch: count,
    learningRate: finite,
    weightDecay: finite,
    dropout: finite,
    clipNorm: finite,
  }),
});

const backend = object<BackendChoice>({
  name: oneOf({ webgpu: true, wasm: true, cpu: true }),
  reason: oneOf({
    'real-adapter': true,
    'won-race': true,
    'lost-race': true,
    'no-webgpu': true,
    'no-adapter': true,
    'software-adapter': true,
    'parity-failed': true,
    'gpu-unusable': true,
    'gpu-failed': true,
    'no-simd': true,
    'wasm-failed': true,
    chosen: true,
  }),
  device: text,
  failure: optional(text),
  race: optional(nullable(object<StepRace>({ webgpuMs: finite, wasmMs: finite }))),
  fastKernels: truth,
});

const methodForm = oneOf<HoldoutScore['method']>({
  debut: true,
  net: true,
  trees: true,
  ridge: true,
  process: true,
  analogues: true,
  'last-year': true,
  'category-median': true,
});

export const limitForm: Form<Limit> = oneOf<Limit>({
  'no-channel': true,
  'one-channel': true,
  'no-promotion': true,
  'one-promotion': true,
  'no-price-variation': true,
  'no-sale-price': true,
  'price-unclear': true,
  'promotion-prices-only': true,
  'no-cost': true,
  'no-list-price': true,
  'no-ad-spend': true,
  'no-fees': true,
  'under-one-year': true,
  'few-launches': true,
  'market-changed': true,
  'sold-only': true,
});

export const trainingReportForm: Form<TrainingReport> = object<TrainingReport>({
  modelId: count,
  datasetId: count,
  trainedAt: moment,
  learnt: optional(
    object<Learnt>({
      readingKey: text,
      launchCount: count,
      eventsKey: text,
      lastDay: day,
      dataVersion: count,
      reviewsKey: optional(count),
      demandKey: optional(count),
    }),
  ),
  reading: optional(
    oneOf({
      embeddings: true,
      declined: true,
      unreachable: true,
      damaged: true,
      'no-text': true,
    }),
  ),
  meaning: optional(nullable(inputScore)),
  looks: optional(nullable(inputScore)),
  leavesTitles: optional(truth),
  isOftenUnreadable: optional(truth),
  method: oneOf({ net: true, shrinkage: true }),
  heads: list(text),
  rows: object<TrainingReport['rows']>({ training: count, validation: count, test: count }),
  curve: list(
    object<EpochLoss>({
      epoch: count,
      training: finite,
      validation: nullable(finite),
      learningRate: optional(finite),
      byHead: optional(nullable(list(object<HeadLoss>({ name: text, loss: finite })))),
      quality: optional(
        nullable(object<EpochQuality>({ wape: nullable(finite), coverage: nullable(share) })),
      ),
    }),
  ),
  headScores: list(
    object<HeadScore>({
      name: outcomeName,
      judgedOn: count,
      mae: number,
      wape: number,
      r2Log: number,
    }),
  ),
  pinballUnits: nullable(number),
  holdout: list(
    object<HoldoutScore>({
      method: methodForm,
      wape: number,
      maeUnits: number,
      r2Log: number,
    }),
  ),
  coverage: list(object<Coverage>({ promisedFraction: share, reachedFraction: number })),
  blend: blendForm,
  memberWorths: optional(list(memberWorth)),
  limits: list(limitForm),
  backend,
  parameterCount: count,
  storedBytes: count,
  seconds: number,
  stepsPerSecond: number,
  settings,
  net: nullable(netSettings),
  settingsTried: count,
  startedFrom: optional(count),
  stopped: optional(
    list(object<StopPoint>({ part: oneIn(STOPPABLE_PARTS), done: count, total: count })),
  ),
  crossValidation: list(
    object<OriginScore>({
      firstDay: day,
      learntFrom: count,
      judgedOn: count,
      blendWape: number,
      medianWape: number,
      covered80: optional(number),
    }),
  ),
});
