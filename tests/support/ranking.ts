import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type {
  AlternativePlan,
  ForecastOutcome,
  LaunchAction,
  LaunchPlan,
  OutcomeRange,
  PlannedLaunch,
  PlanOdds,
  Ranking,
  UsualPractice,
} from '#core/planning/plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';

/** Monday, 9 March 2026. */
export const SAMPLE_MONDAY = 20_521;

/** Returns a range as wide as those of forecasts usually are. */
export function sampleRange(expected: number): OutcomeRange {
  const times = (factor: number) => Math.round(expected * factor * 100) / 100;
  return {
    expected,
    low80: times(0.65),
    low50: times(0.85),
    high50: times(1.2),
    high80: times(1.6),
  };
}

export function sampleProduct(change: Partial<NewProduct> = {}): NewProduct {
  return {
    id: '0012',
    title: 'Red mug',
    category: 'Kitchen',
    brand: 'Kiln',
    listPrice: 12,
    unitCost: 4,
    attributes: {},
    ...change,
  };
}

export function sampleAction(change: Partial<LaunchAction> = {}): LaunchAction {
  return {
    launchDay: SAMPLE_MONDAY,
    channel: 'Own store',
    promotion: '10% off',
    priceFactor: 1.05,
    salePrice: 11.34,
    adSpend: 60,
    stockUnits: 160,
    ...change,
  };
}

const outcomeOf = (units: number): ForecastOutcome => ({
  units: sampleRange(units),
  revenue: sampleRange(units * 11.34),
  profit: sampleRange(units * 5),
});
const odds: PlanOdds = { loss: 0.04, sellOut: 0.23, leftoverUnits: 38.25, sellThrough: 0.76 };

function sampleLaunch(units: number): PlannedLaunch {
  return {
    action: sampleAction(),
    outcome: outcomeOf(units),
    odds,
    funnel: { impressions: 24_000, clickRate: 0.05, conversion: 0.08, unitsPerOrder: 1.25 },
    support: { alike: 7, anywhere: 31, lastDay: SAMPLE_MONDAY - 180 },
    returnRate: 0.06,
    rating: 4.3,
    ratingRange80: { low: 3.9, high: 4.7 },
  };
}

export function sampleAlternative(change: Partial<AlternativePlan> = {}): AlternativePlan {
  return {
    ...sampleLaunch(104),
    kind: 'other-channel',
    action: sampleAction({ channel: 'Marketplace' }),
    ...change,
  };
}

export function sampleUsual(change: Partial<UsualPractice> = {}): UsualPractice {
  return {
    channel: 'Marketplace',
    channelShare: 0.46,
    promotion: 'none',
    promotionShare: 0.7,
    period: 3,
    stockUnits: 110,
    outcome: outcomeOf(80),
    odds: { ...odds, loss: 0.12 },
    funnel: null,
    ...change,
  };
}

/** Returns a plan of one product with everything that can be known. A test names only what it is about. */
export function samplePlan(change: Partial<LaunchPlan> = {}): LaunchPlan {
  const season = {
    kind: 'other-season',
    action: sampleAction({ launchDay: SAMPLE_MONDAY + 21 }),
  } as const;
  return {
    ...sampleLaunch(120.456),
    product: sampleProduct(),
    alternatives: [sampleAlternative(), sampleAlternative(season)],
    usual: sampleUsual(),
    verdict: { kind: 'launch' },
    notes: [],
    surface: [
      [520, 602.28, 480, 541],
      [470, 520, 455, null],
    ],
    ...change,
  };
}

/** Returns the plans of one history: two channels over four Mondays. The second Monday is that of the sample plan. */
export function sampleRanking(change: Partial<Ranking> = {}): Ranking {
  return {
    datasetId: 1,
    modelId: 1,
    plannedAt: Date.UTC(2026, 1, 2, 9, 30),
    earliestDay: SAMPLE_MONDAY - 7,
    aim: USUAL_AIM,
    objective: 'profit',
    channels: ['Own store', 'Marketplace'],
    weeks: [-7, 0, 14, 21].map((days) => SAMPLE_MONDAY + days),
    cellsPerProduct: 56,
    limits: [],
    plans: [samplePlan()],
    ...change,
  };
}
