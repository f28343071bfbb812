import { dayFromCalendar } from '#core/base/dates.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { seededRandom } from '#core/base/random.ts';
import { USUAL_COMPETITION } from '#core/season/similarity/estimate-competition.ts';
import type {
  SimilarPair,
  ProductOffers,
  SeasonOffers,
} from '#core/season/offers/season-offers.ts';

export interface RandomOffers {
  readonly seed: number;
  readonly products: number;
  readonly weeks: number;
  readonly channels: number;
  /** Share of all pairs that are similar. */
  readonly alikeShare?: number;
  /** Whether places count for less than their value, as after waiting. */
  readonly hasMerits?: boolean;
}

/** Monday of their first week. */
export const FIRST_WEEK = dayFromCalendar(2027, 1, 4);

/** Draws products that sell more in some weeks and on some channels than in others. */
export function randomOffers({
  seed,
  products,
  weeks,
  channels,
  alikeShare = 0.4,
  hasMerits = false,
}: RandomOffers): SeasonOffers {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + (high - low) * random();
  const merits = seededRandom(seed + 1); // so that the values of a seed are the same with merits
  const pairs: SimilarPair[] = [];
  for (let first = 0; first < products; first++)
    for (let second = first + 1; second < products; second++)
      if (random() < alikeShare) pairs.push({ first, second, likeness: between(0.3, 1) });
  return {
    ...{ datasetId: 1, modelId: 1, plannedAt: 1, objective: 'profit', pairs },
    weeks: Array.from({ length: weeks }, (_, week) => FIRST_WEEK + 7 * week),
    channels: Array.from({ length: channels }, (_, channel) => ({
      name: `channel ${channel}`,
      fee: between(0, 0.2),
    })),
    promotions: [
      { name: 'none', depth: 0 },
      { name: 'a fifth off', depth: 0.2 },
    ],
    priceFactors: [0.9, 1, 1.1],
    spread: demandSpread(Float64Array.from([-0.6, -0.2, 0, 0.2, 0.6])),
    terms: USUAL_STOCK_TERMS,
    products: Array.from({ length: products }, (_, product): ProductOffers => {
      const price = between(8, 40);
      const places = weeks * Math.max(1, channels);
      return {
        productId: `p${product}`,
        title: `Product ${product}`,
        category: 'any',
        economics: { listPrice: price, unitCost: price * between(0.3, 0.6) },
        fixedStock: null,
        offers: Int16Array.from({ length: places }, () =>
          random() < 0.1 ? -1 : Math.floor(random() * 6),
        ),
        logUnits: Float32Array.from({ length: places }, () => between(2, 5)),
        returnRates: null,
        ...(hasMerits && {
          meritShares: Float32Array.from({ length: places }, () => 0.5 + 0.5 * merits()),
        }),
        adSpends: [
          { adSpend: 0, moved: -0.5 },
          { adSpend: 40, moved: 0 },
        ],
      };
    }),
    competition: { ...USUAL_COMPETITION, later: 0.5, earlier: 0.3 },
    sharedFate: 0.1,
  };
}
