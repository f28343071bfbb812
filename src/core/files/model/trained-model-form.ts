// The form of a trained model. Each form names every field of its type, so that the compiler reports fields added
// later.

import type { Analogues, KnownOutcome } from '#core/model/analogues/analogues.ts';
import type { CategoryDemand, DemandIndex } from '#core/demand/series/category-demand.ts';
import type { CategoryMedians } from '#core/model/blend/category-median.ts';
import type { MeasureScale } from '#core/import/values/read-measure.ts';
import { MARKETS } from '#core/launch/events/markets.ts';
import { EVENT_IDS } from '#core/launch/events/selling-events.ts';
import type { ActionBasis } from '#core/model/features/action-basis.ts';
import type { PrincipalComponents } from '#core/base/statistics/principal-components.ts';
import type { LookAlikes } from '#core/model/features/look-alikes.ts';
import type { LooksEncoder } from '#core/model/features/looks-inputs.ts';
import type { NumberInput } from '#core/model/features/number-inputs.ts';
import type { ProductEncoder, TextInput } from '#core/model/features/product-encoder.ts';
import {
  COUNT_NAMES,
  RATE_NAMES,
  SCORE_NAMES,
  type HabitHead,
  type Heads,
  type OutcomeHead,
  type RowEncoding,
} from '#core/model/outcomes/heads.ts';
import type { NetHead, NetShape, NetWeights, SignedColumn } from '#core/model/net/net.ts';
import type { ByParameter } from '#core/model/net/net-layout.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { Calibration } from '#core/model/blend/calibration.ts';
import type { RatingSpread } from '#core/model/blend/rating-range.ts';
import type { UsualAction } from '#core/model/features/paired-launches.ts';
import type { RateSpread } from '#core/model/return-rates/belief.ts';
import type { LaterCheck } from '#core/model/return-rates/later-check.ts';
import type { PlannedRates } from '#core/model/return-rates/planned-rates.ts';
import type {
  NumberGroup,
  PriceGroup,
  RateGroup,
  TextGroup,
} from '#core/model/return-rates/rate-columns.ts';
import type { Ridge } from '#core/model/ridge/ridge.ts';
import type { BoostedTrees } from '#core/model/trees/boosted-trees.ts';
import type { LevelMeans, TextMeans } from '#core/model/trees/level-means.ts';
import {
  count,
  day,
  either,
  exactly,
  finite,
  finiteOrMissing,
  list,
  nullable,
  numbers,
  object,
  oneIn,
  oneOf,
  optional,
  record,
  text,
  truth,
  type Form,
} from '../form/form.ts';
import { rangeWidthForm } from '../form/range-width-form.ts';
import { processForm } from './process-form.ts';
import { blendForm, trainingReportForm } from './training-report-form.ts';

/** A network's weights with each parameter tensor by its name. */
export type FiledNet = Omit<NetWeights, 'theta'> & ByParameter<Float32Array>;

export interface FiledModel extends Omit<TrainedModel, 'net'> {
  readonly net: FiledNet | null;
}

const floats = numbers(Float32Array);
const doubles = numbers(Float64Array);

const numberInput = object<NumberInput>({
  ...{ name: text, logUnit: finite, centre: finite, spread: finite },
  scale: object<MeasureScale>({ unit: text, bare: finiteOrMissing }),
  edges: list(finite),
  missing: optional(list(finite)),
});

const components = object<PrincipalComponents>({
  mean: floats,
  directions: floats,
  deviations: floats,
});

const looks = object<LooksEncoder>({
  components: nullable(components),
  componentInputs: count,
  alikes: nullable(object<LookAlikes>({ places: floats, beyond: floats })),
});

const encoder = object<ProductEncoder>({
  words: list(text),
  texts: list(object<TextInput>({ name: text, levels: list(text) })),
  numbers: list(numberInput),
  logPriceByCategory: record(finite),
  logPriceMean: finite,
  costShareMean: finite,
  market: nullable(oneIn(MARKETS)),
  events: list(oneIn(EVENT_IDS)),
  demand: optional(list(text)),
  meaning: nullable(components),
  looks: nullable(looks),
});

const basis = object<ActionBasis>({
  channels: list(text),
  promotions: list(text),
  logSpendMean: finite,
  usualSpend: finiteOrMissing,
  logCrowdingMean: finite,
  firstDay: day,
  lastDay: day,
  market: nullable(oneIn(MARKETS)),
  events: list(oneIn(EVENT_IDS)),
  demand: optional(
    object<DemandIndex>({
      firstDay: day,
      series: list(object<CategoryDemand>({ category: text, logs: floats })),
      isBorrowed: optional(truth),
    }),
  ),
});

type HeadOf<Kind extends OutcomeHead['kind']> = Extract<OutcomeHead, { readonly kind: Kind }>;
type HabitOf<Kind extends HabitHead['kind']> = Extract<HabitHead, { readonly kind: Kind }>;

const heads = object<Heads>({
  outcomes: list(
    either<OutcomeHead>(
      object<HeadOf<'count'>>({
        kind: exactly('count'),
        name: oneIn(COUNT_NAMES),
        mean: finite,
        deviation: finite,
      }),
      object<HeadOf<'rate'>>({ kind: exactly('rate'), name: oneIn(RATE_NAMES), offset: finite }),
      object<HeadOf<'score'>>({
        kind: exactly('score'),
        name: oneIn(SCORE_NAMES),
        mean: finite,
        deviation: finite,
      }),
    ),
  ),
  habits: list(
    either<HabitHead>(
      object<HabitOf<'channel' | 'promotion'>>({
        kind: oneOf({ channel: true, promotion: true }),
        value: text,
        offset: finite,
      }),
      object<HabitOf<'period'>>({ kind: exactly('period'), value: count, offset: finite }),
    ),
  ),
  unitsPerOrder: finite,
});

const sign = either<1 | -1>(exactly(1), exactly(-1));

const net = object<FiledNet>({
  shape: object<NetShape>({
    inputs: count,
    members: count,
    width: count,
    hasSkip: truth,
    heads: list(
      object<NetHead>({
        name: text,
        basis: count,
        signed: optional(list(object<SignedColumn>({ column: count, sign, start: finite }))),
      }),
    ),
  }),
  offsets: list(finite),
  w1: floats,
  r1: floats,
  s1: floats,
  b1: floats,
  w2: floats,
  r2: floats,
  s2: floats,
  b2: floats,
  headHidden: floats,
  headSkip: optional(floats),
  headBias: floats,
});

/** A ridge's column. `start` means nothing to a ridge, but may be present. */
type RidgeColumn = Omit<SignedColumn, 'start'> & { readonly start?: number | undefined };

const ridge = object<Ridge>({
  base: finite,
  weights: floats,
  signed: list(object<RidgeColumn>({ column: count, sign, start: optional(finite) })),
  penalties: doubles,
  noise: finite,
});

const trees = object<BoostedTrees>({
  base: finite,
  depth: count,
  column: numbers(Int32Array),
  threshold: floats,
  leaf: floats,
  means: optional(
    object<LevelMeans>({
      first: count,
      texts: list(object<TextMeans>({ from: count, values: floats, usual: finite })),
    }),
  ),
});

const analogues = object<Analogues>({
  starts: numbers(Uint32Array),
  marks: numbers(Uint16Array),
  rarity: floats,
  priceInput: count,
  price: floats,
  firstAction: count,
  actions: floats,
  outcomes: list(object<KnownOutcome>({ mean: finite, beyond: floats, weight: floats })),
});

const calibration = object<Calibration>({
  middle: finite,
  productShare: finite,
  actionShare: finite,
  usual: list(
    object<UsualAction>({
      weekOfYear: count,
      channel: text,
      promotion: text,
      priceRatio: finiteOrMissing,
      adSpend: finiteOrMissing,
    }),
  ),
});

const textGroup = object<TextGroup>({
  kind: oneOf({ level: true, pair: true, word: true }),
  names: list(text),
  texts: list(text),
});

const returnRates = object<PlannedRates>({
  groups: list(
    either<RateGroup>(
      textGroup,
      object<PriceGroup>({
        kind: exactly('price'),
        meanByCategory: record(finite),
        ...{ mean: finite, deviation: finite },
      }),
      object<NumberGroup>({ kind: exactly('number'), input: numberInput }),
    ),
  ),
  effects: doubles,
  covariance: floats,
  variances: doubles,
  spread: object<RateSpread>({ size: finite, widening: finite }),
  check: object<LaterCheck>({ launches: count, covered: finite }),
  launches: numbers(Uint32Array),
  units: doubles,
  unitsByCategory: record(finite),
  usualAction: doubles,
});

export const trainedModelForm: Form<FiledModel> = object<FiledModel>({
  encoding: object<RowEncoding>({ encoder, basis, heads }),
  net: nullable(net),
  ridges: list(ridge),
  trees: list(trees),
  process: nullable(processForm),
  analogues: nullable(analogues),
  medians: object<CategoryMedians>({ overall: finite, byCategory: record(finite) }),
  blend: blendForm,
  level: finite,
  residuals: doubles,
  rangeWidth: optional(rangeWidthForm),
  calibration,
  returnRates: nullable(returnRates),
  ratingSpread: optional(
    object<RatingSpread>({
      ...{ below: finite, above: finite, doubledAt: finite, leastUnits: finite },
      ...{ least: finite, most: finite },
      launches: count,
    }),
  ),
  report: trainingReportForm,
});
