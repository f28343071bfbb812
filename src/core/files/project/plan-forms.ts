// The forms of products, plans and adopted plans.

import { MARKETS } from '#core/launch/events/markets.ts';
import type { PlannedEvents, ProductFits } from '#core/launch/events/planned-events.ts';
import { EVENT_IDS } from '#core/launch/events/selling-events.ts';
import type { ReductionRules } from '#core/planning/plan/reduction-rules.ts';
import type {
  AlternativePlan,
  ForecastOutcome,
  GainRange,
  Funnel,
  KeptShare,
  LaunchAction,
  LaunchPlan,
  PassedOver,
  OutcomeRange,
  PlannedLaunch,
  PlanOdds,
  ProductNote,
  PromiseKind,
  Ranking,
  SharedEdge,
  Support,
  UsualPractice,
  Verdict,
  PlannedDemand,
  ReturnOutlook,
  ReturnReason,
} from '#core/planning/plan/launch-plan.ts';
import type { RatingRange } from '#core/model/blend/rating-range.ts';
import type { PastSales, SimilarSales } from '#core/planning/plan/past-sales.ts';
import type { ProfitParts } from '#core/planning/plan/profit-parts.ts';
import type { KnownMoney, LaterSales } from '#core/planning/plan/unit-money.ts';
import type { LaunchResult } from '#core/ledger/entries/result.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import {
  count,
  finite,
  ifThere,
  list,
  moment,
  nullable,
  finiteOrMissing,
  object,
  oneIn,
  oneOf,
  record,
  share,
  such,
  text,
  truth,
  type Form,
} from '../form/form.ts';
import { aimForm, objectiveForm } from './aim-form.ts';
import { limitForm } from '../model/training-report-form.ts';
import { nearDay } from '../form/near-day.ts';
import { neverSoldForm } from './never-sold-form.ts';
import { productForm } from './product-forms.ts';

/** A number or null. Never infinite, which no axis could show. */
const known = nullable(finiteOrMissing);

const isTrue = such(truth, 'true', (value) => value) as Form<true>;

export const horizonForm: Form<number> = such(count, 'ten years at most', (days) => days <= 3_660);

const range = object<OutcomeRange>({
  expected: finiteOrMissing,
  low80: finiteOrMissing,
  low50: finiteOrMissing,
  high50: finiteOrMissing,
  high80: finiteOrMissing,
});

const outcome = object<ForecastOutcome>({
  units: range,
  revenue: nullable(range),
  profit: nullable(range),
});

const odds = object<PlanOdds>({
  loss: known,
  sellOut: finiteOrMissing,
  leftoverUnits: finiteOrMissing,
  sellThrough: finiteOrMissing,
});

const funnel = object<Funnel>({
  impressions: finiteOrMissing,
  clickRate: finiteOrMissing,
  conversion: finiteOrMissing,
  unitsPerOrder: finiteOrMissing,
});

const action = object<LaunchAction>({
  launchDay: nearDay,
  channel: nullable(text),
  promotion: nullable(text),
  priceFactor: finiteOrMissing,
  salePrice: known,
  adSpend: known,
  stockUnits: finiteOrMissing,
});

const parts = object<ProfitParts>({
  unitsSold: finite,
  paid: finite,
  vat: finite,
  channelFee: finite,
  orders: finite,
  returns: finite,
  unitCost: finite,
  holding: finite,
  adSpend: finite,
  leftovers: finite,
});

const money = object<KnownMoney>({
  ...{ revenue: known, margin: known, leftover: known, fixedCost: known },
  later: ifThere(object<LaterSales>({ share: finite, holding: finite })),
  resaleableShare: ifThere(share),
  vatShare: ifThere(share),
});

const plannedLaunch = {
  action,
  outcome,
  odds,
  funnel: nullable(funnel),
  support: object<Support>({ alike: count, anywhere: count, lastDay: nullable(nearDay) }),
  promise: ifThere(oneOf<PromiseKind>({ tried: true, analogy: true, assumption: true })),
  sensitivity: ifThere(finite),
  gain: ifThere(
    object<GainRange>({
      measure: oneOf<GainRange['measure']>({ units: true, revenue: true, profit: true }),
      range,
      ahead: share,
    }),
  ),
  returnRate: ifThere(finiteOrMissing),
  rating: ifThere(finiteOrMissing),
  ratingRange80: ifThere(object<RatingRange>({ low: finite, high: finite })),
  money: ifThere(money),
  parts: ifThere(parts),
} satisfies { readonly [Key in keyof PlannedLaunch]-?: Form<PlannedLaunch[Key]> };

const alternative = object<AlternativePlan>({
  ...plannedLaunch,
  kind: oneOf({ 'other-channel': true, 'other-season': true, 'other-offer': true }),
});

const usual = object<UsualPractice>({
  channel: nullable(text),
  channelShare: known,
  promotion: nullable(text),
  promotionShare: known,
  period: such(count, 'one of 13 periods', (period) => period <= 12),
  stockUnits: finiteOrMissing,
  outcome,
  odds,
  funnel: nullable(funnel),
  money: ifThere(money),
  returnRate: ifThere(finiteOrMissing),
});

const verdict = object<Verdict>({
  kind: oneOf<Verdict['kind']>({
    launch: true,
    'negative-margin': true,
    'loses-money': true,
    'loss-likely': true,
    displaced: true,
  }) as Form<never>,
});

const note = oneOf<ProductNote>({
  'no-title': true,
  'unknown-category': true,
  'no-category': true,
  'assumed-list-price': true,
  'assumed-unit-cost': true,
  'assumed-cost-share': true,
  'no-list-price': true,
  'no-unit-cost': true,
  'negative-margin': true,
  'price-unlike-any': true,
  'no-stock': true,
  'beyond-any': true,
});

const sharedEdge = oneOf<SharedEdge>({
  'lowest-price': true,
  'highest-price': true,
  'highest-ad-spend': true,
});

const returnOutlook = object<ReturnOutlook>({
  low80: finite,
  high80: finite,
  strength: finite,
  reasons: list(object<ReturnReason>({ texts: list(text), points: finite, units: finite })),
});

const pastSales = object<PastSales>({
  similar: list(
    object<SimilarSales>({ title: text, day: nearDay, units: finite, isSoldOut: ifThere(isTrue) }),
  ),
  median: nullable(finite),
  categoryMedian: nullable(finite),
  high: nullable(finite),
});

const passedOver = object<PassedOver>({
  launchDay: nearDay,
  channel: nullable(text),
  value: finite,
  why: oneOf<PassedOver['why']>({ tied: true, later: true, untried: true, stock: true }),
});

const plan = object<LaunchPlan>({
  ...plannedLaunch,
  product: productForm,
  unitCost: ifThere(finiteOrMissing),
  alternatives: list(alternative),
  usual,
  verdict,
  isAsUsual: ifThere(isTrue),
  lawfulCost: ifThere(finite),
  passedOver: ifThere(passedOver),
  notes: list(note),
  surface: list(list(known)),
  pastSales: ifThere(pastSales),
  returns: ifThere(nullable(returnOutlook)),
  demand: ifThere(
    object<PlannedDemand>({ factor: finite, knownWeek: nearDay, isBorrowed: ifThere(isTrue) }),
  ),
  neverSold: ifThere(neverSoldForm),
});

const fits = object<ProductFits>({
  found: list(oneIn(EVENT_IDS)),
  said: ifThere(list(oneIn(EVENT_IDS))),
});

const reductionRules = object<ReductionRules>({
  market: nullable(oneIn(MARKETS)),
  hasEarlierPrices: truth,
});

export const rankingForm: Form<Ranking> = such(
  object<Ranking>({
    datasetId: count,
    modelId: count,
    plannedAt: moment,
    earliestDay: nearDay,
    aim: aimForm,
    horizonDays: ifThere(horizonForm),
    objective: objectiveForm,
    channels: list(text),
    weeks: list(nearDay),
    cellsPerProduct: count,
    limits: list(limitForm),
    lacksEmbeddings: ifThere(isTrue),
    sharedEdges: ifThere(list(sharedEdge)),
    kept: ifThere(object<KeptShare>({ share, count })),
    reductions: ifThere(reductionRules),
    events: ifThere(object<PlannedEvents>({ market: oneIn(MARKETS), fitsById: record(fits) })),
    nichesKey: ifThere(count),
    ordersKey: ifThere(moment),
    plans: list(plan),
  }),
  'a surface of its channels and weeks for every plan',
  ({ channels, weeks, plans }) =>
    plans.every(({ surface }) => {
      const rows = Math.max(1, channels.length);
      return surface.length === rows && surface.every((row) => row.length === weeks.length);
    }),
);

const actual = object<LaunchResult>({
  units: finiteOrMissing,
  revenue: known,
  adSpend: known,
  launchDay: nullable(nearDay),
  channel: nullable(text),
  promotion: nullable(text),
  salePrice: known,
  firstStock: known,
  impressions: known,
  clicks: known,
  orders: known,
  returns: known,
  rating: known,
  recordedAt: moment,
  source: nullable(text),
  isEarly: truth,
});

export const adoptedPlanForm: Form<AdoptedPlan> = object<AdoptedPlan>({
  ...plannedLaunch,
  product: productForm,
  usual,
  objective: objectiveForm,
  horizonDays: horizonForm,
  keptShare: ifThere(share),
  returnStrength: ifThere(finite),
  modelId: count,
  dataVersion: text,
  adoptedAt: moment,
  id: count,
  datasetId: count,
  actual: nullable(actual),
  otherActuals: list(actual),
  withdrawnAt: nullable(moment),
  isPlannedAgain: ifThere(truth),
});
