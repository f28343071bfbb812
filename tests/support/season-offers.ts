// Offers of a small invented shop for a season: channels by weeks, each product with a best time of the year.

import type { Objective } from '#core/planning/plan/aim.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import type { LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import { seededRandom } from '#core/base/random.ts';
import {
  NEVER_TRIED,
  type ProductOffers,
  type SeasonOffers,
} from '#core/season/offers/season-offers.ts';
import { samplePlan, sampleProduct, sampleRanking, SAMPLE_MONDAY } from './ranking.ts';

const CHANNELS = ['Instagram', 'Email', 'Marketplace', 'Creators', 'Own store'];
const WEEKS = 52;

interface Invented {
  readonly products?: number;
  readonly channels?: number;
  readonly objective?: Objective;
  readonly change?: Partial<SeasonOffers>;
}

/** Returns the shop's offers. Neighbouring products are similar. */
export function seasonOffers({
  products = 4,
  channels = CHANNELS.length,
  objective = 'profit',
  change = {},
}: Invented = {}): SeasonOffers {
  const random = seededRandom(7);
  const residuals = Float64Array.from({ length: 41 }, (_, i) => (i - 20) / 40);
  return {
    ...{ datasetId: 1, modelId: 1, plannedAt: sampleRanking().plannedAt, objective },
    weeks: Array.from({ length: WEEKS }, (_, week) => SAMPLE_MONDAY + 7 * week),
    channels: CHANNELS.slice(0, channels).map((name, i) => ({ name, fee: 0.03 * i })),
    promotions: [
      { name: 'none', depth: 0 },
      { name: '10% off', depth: 0.1 },
    ],
    priceFactors: [0.95, 1, 1.05],
    spread: demandSpread(residuals),
    terms: USUAL_STOCK_TERMS,
    products: Array.from({ length: products }, (_, i) => inventedProduct(i, channels, random)),
    pairs: Array.from({ length: Math.max(0, products - 1) }, (_, first) => ({
      ...{ first, second: first + 1, likeness: 0.8 },
    })),
    competition: {
      ...{ later: 0.3, earlier: 0.1, low80: 0.1, high80: 0.6, pairCount: 6, isLearnt: true },
    },
    sharedFate: 0.3,
    ...change,
  };
}

function inventedProduct(i: number, channelCount: number, random: () => number): ProductOffers {
  const channels = Math.max(1, channelCount);
  const best = Math.floor(random() * 26);
  const size = 3.5 + random();
  const places = Array.from({ length: WEEKS * channels }, (_, place) => ({
    week: Math.floor(place / channels),
    channel: place % channels,
  }));
  return {
    ...{ productId: `p${i}`, title: `Product ${i}`, category: 'Kitchen', fixedStock: null },
    economics: { listPrice: 20 + 2 * i, unitCost: 8 },
    // The last channel was never tried in the first weeks of the year.
    offers: Int16Array.from(places, ({ week, channel }) =>
      channels > 1 && channel === channels - 1 && week < 8 ? NEVER_TRIED : 1 + 3 * (week % 2),
    ),
    logUnits: Float32Array.from(
      places,
      ({ week, channel }) =>
        size + 0.6 * Math.cos((2 * Math.PI * (week - best)) / WEEKS) + 0.15 * ((channel + i) % 3),
    ),
    returnRates: null,
    adSpends: [
      { adSpend: 0, moved: -0.4 },
      { adSpend: 60, moved: 0 },
    ],
  };
}

/** Returns the ranking to which the offers belong, with the sample plan for each product. */
export function rankingOfOffers(offers: SeasonOffers, change: Partial<Ranking> = {}): Ranking {
  const { objective, plannedAt, weeks, channels } = offers;
  return sampleRanking({
    ...{ objective, plannedAt, weeks, channels: channels.map(({ name }) => name) },
    plans: offers.products.map(planOfOffers),
    ...change,
  });
}

function planOfOffers({ productId, title, category, economics }: ProductOffers): LaunchPlan {
  const { listPrice, unitCost } = economics;
  return samplePlan({
    product: sampleProduct({ id: productId, title, category, listPrice, unitCost }),
  });
}
