// The forms of a season's offers and calendars, and of stock on hand.

import type { Experiment, Leaning } from '#core/season/offers/experiment.ts';
import type { CategoryArms, KnownArms } from '#core/season/offers/known-arms.ts';
import type { ChannelTerms, PromotionTerms } from '#core/launch/offer-terms.ts';
import type { WeeklyCurve, WeeklyCurves } from '#core/model/outcomes/weekly-curve.ts';
import type { DemandSpread } from '#core/planning/economics/demand.ts';
import type { ProductEconomics } from '#core/planning/economics/offer-money.ts';
import type { Holding, UnitTerms } from '#core/planning/economics/unit-terms.ts';
import {
  anyNumbers,
  count,
  finite,
  ifThere,
  list,
  moment,
  nullable,
  finiteOrMissing,
  numbers,
  object,
  record,
  such,
  text,
  truth,
  type Form,
} from '../form/form.ts';
import type { Competition } from '#core/season/offers/competition.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import type { Placement } from '#core/season/offers/placement.ts';
import type { LockedLaunch, ProductWish, SeasonLimits } from '#core/season/offers/season-limits.ts';
import {
  NEVER_TRIED,
  type AdSpendChoice,
  type BroughtValue,
  type SimilarPair,
  type ProductOffers,
  type SeasonCashTerms,
  type SeasonOffers,
} from '#core/season/offers/season-offers.ts';
import type { StockItem, StockList } from '#core/ledger/stock/stock-list.ts';
import { rangeWidthForm } from '../form/range-width-form.ts';
import { nearDay } from '../form/near-day.ts';
import { cashTermsForm, objectiveForm, stockTermsForm } from './aim-form.ts';
import { horizonForm } from './plan-forms.ts';

const known = nullable(finiteOrMissing);
const onlyTrue = such(truth, 'true', (value) => value) as Form<true>;

/** Number of points of a demand spread, as in core/planning/economics/demand.ts. */
const SPREAD_POINTS = 100;

const demandSpread = such(
  object<DemandSpread>({
    ...{ factors: numbers(Float64Array), sums: numbers(Float64Array) },
    rangeWidth: ifThere(rangeWidthForm),
  }),
  `${SPREAD_POINTS} points`,
  ({ factors, sums }) => factors.length === SPREAD_POINTS && sums.length === SPREAD_POINTS + 1,
);

const productOffers = object<ProductOffers>({
  productId: text,
  title: text,
  category: text,
  economics: object<ProductEconomics>({
    ...{ listPrice: finiteOrMissing, unitCost: finiteOrMissing },
    isCostAssumed: ifThere(onlyTrue),
  }),
  fixedStock: known,
  isStockThere: ifThere(onlyTrue),
  stockShare: ifThere(finite),
  terms: ifThere(stockTermsForm),
  meritShares: ifThere(anyNumbers(Float32Array)),
  offers: anyNumbers(Int16Array),
  logUnits: anyNumbers(Float32Array),
  returnRates: nullable(anyNumbers(Float32Array)),
  adSpends: list(object<AdSpendChoice>({ adSpend: finiteOrMissing, moved: finiteOrMissing })),
  spread: ifThere(demandSpread),
  brought: ifThere(object<BroughtValue>({ expected: finite, low80: finite, high80: finite })),
});

const arms = such(
  object<KnownArms>({
    between: finiteOrMissing,
    noise: finiteOrMissing,
    channels: list(text),
    categories: list(
      object<CategoryArms>({
        category: text,
        tried: list(count),
        launchesASeason: finiteOrMissing,
      }),
    ),
  }),
  'as many counts as channels',
  ({ channels, categories }) => categories.every(({ tried }) => tried.length === channels.length),
);

const holding = object<Holding>({ storage: finite, capital: finite });

const unitTermsForm = object<UnitTerms>({
  vatRate: finite,
  pricesIncludeVat: truth,
  orderCost: finite,
  returnFreight: finite,
  resaleableShare: finite,
  laterShare: finite,
  held: object<UnitTerms['held']>({ sold: holding, later: holding, left: holding }),
});

const curve = object<WeeklyCurve>({ shares: list(finite), launchCount: count });

const cashTerms = object<SeasonCashTerms>({
  terms: cashTermsForm,
  horizonDays: horizonForm,
  curves: nullable(object<WeeklyCurves>({ overall: curve, byCategory: record(curve) })),
});

const offers = object<SeasonOffers>({
  datasetId: count,
  modelId: count,
  plannedAt: moment,
  objective: objectiveForm,
  weeks: list(nearDay),
  channels: list(object<ChannelTerms>({ name: text, fee: finiteOrMissing })),
  promotions: list(object<PromotionTerms>({ name: text, depth: finiteOrMissing })),
  priceFactors: list(finiteOrMissing),
  spread: demandSpread,
  terms: stockTermsForm,
  unitTerms: ifThere(unitTermsForm),
  cash: ifThere(cashTerms),
  products: list(productOffers),
  pairs: list(object<SimilarPair>({ first: count, second: count, likeness: finiteOrMissing })),
  competition: object<Competition>({
    later: finiteOrMissing,
    earlier: finiteOrMissing,
    low80: finiteOrMissing,
    high80: finiteOrMissing,
    pairCount: count,
    isLearnt: truth,
  }),
  sharedFate: finiteOrMissing,
  arms: ifThere(arms),
});

export const offersForm: Form<SeasonOffers> = such(
  offers,
  'offers of its weeks, channels and products',
  isConsistent,
);

function isConsistent(read: SeasonOffers): boolean {
  const { weeks, channels, promotions, priceFactors, products, pairs } = read;
  const cells = weeks.length * Math.max(1, channels.length);
  const kinds = Math.max(1, promotions.length) * Math.max(1, priceFactors.length);
  return (
    pairs.every(({ first, second }) => first < second && second < products.length) &&
    products.every(
      ({ offers: own, logUnits, returnRates, meritShares, adSpends }) =>
        own.length === cells &&
        own.every((offer) => offer >= NEVER_TRIED && offer < kinds) &&
        logUnits.length === cells &&
        (returnRates === null || returnRates.length === cells) &&
        (meritShares === undefined || meritShares.length === cells) &&
        adSpends.length > 0,
    )
  );
}

const locked = object<Omit<LockedLaunch, 'adopted'>>({
  week: nearDay,
  channel: nullable(text),
  isExperiment: ifThere(onlyTrue),
});

const limits = object<SeasonLimits>({
  firstWeek: nearDay,
  weekCount: such(count, 'ten years at most', (weeks) => weeks <= 530),
  mostPerWeek: known,
  adBudget: known,
  channelBudgets: record(finite),
  stockBudget: known,
  cashBudget: ifThere(known),
  closedWeeks: list(nearDay),
  wishes: record(
    object<ProductWish>({
      from: ifThere(nearDay),
      until: ifThere(nearDay),
      isNeeded: ifThere(onlyTrue),
      isLeftOut: ifThere(onlyTrue),
      locked: ifThere(locked),
    }),
  ),
});

const placement = object<Placement>({
  productId: text,
  week: nearDay,
  channel: nullable(text),
  adSpend: known,
  stockUnits: finiteOrMissing,
});

const experiment = object<Experiment>({
  productId: text,
  title: text,
  category: text,
  otherwise: placement,
  placement,
  tried: count,
  planned: count,
  doubtBefore: finiteOrMissing,
  doubtAfter: finiteOrMissing,
  cost: finiteOrMissing,
  worth: finiteOrMissing,
  leanings: list(object<Leaning>({ arm: text, slope: finiteOrMissing, doubt: finiteOrMissing })),
});

export const calendarForm: Form<SeasonCalendar> = object<SeasonCalendar>({
  id: count,
  datasetId: count,
  name: text,
  madeAt: moment,
  plannedAt: moment,
  limits,
  placements: list(placement),
  adopted: ifThere(list(placement)),
  experiments: ifThere(list(experiment)),
  value: finiteOrMissing,
  bound: known,
});

export const stockForm: Form<StockList> = object<StockList>({
  fileName: text,
  asOf: nearDay,
  items: list(
    object<StockItem>({
      productId: text,
      title: text,
      category: text,
      brand: text,
      price: known,
      onHand: finiteOrMissing,
      weeklyUnits: known,
    }),
  ),
});
