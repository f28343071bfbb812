// Computes what a calendar would really earn in a world whose truth is known. It uses the world's demand, its
// cannibalisation within a category, and the initial stock that was bought.

import { weekOfYear } from '#core/base/dates.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { offerMoney } from '#core/planning/economics/offer-money.ts';
import { profitOf } from '#core/planning/economics/launch-profit.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { USUAL_COMPETITION } from '#core/season/similarity/estimate-competition.ts';
import type { ProductOffers, SeasonOffers } from '#core/season/offers/season-offers.ts';
import type { LaunchWorld } from '../launch-world.ts';

export interface TrueLaunch {
  readonly product: NewProduct;
  readonly action: LaunchAction;
}

const FACTORS = 2000;
/** Weeks over which the world counts earlier launches of a category. */
const CROWDING_WEEKS = 2;

export class SeasonTruth {
  readonly #world: LaunchWorld;
  readonly #spread: SeasonOffers['spread'];

  constructor(world: LaunchWorld) {
    this.#world = world;
    this.#spread = demandSpread(world.demandFactors(FACTORS).map(Math.log).sort());
  }

  /** Returns the true expected profit of all launches together. */
  earned(launches: readonly TrueLaunch[]): number {
    const inOrder = [...launches].sort((a, b) => a.action.launchDay - b.action.launchDay);
    return inOrder.reduce((all, launch, i) => {
      const week = weekOfYear(launch.action.launchDay);
      const crowd = inOrder
        .slice(0, i)
        .filter(
          (other) =>
            other.product.category === launch.product.category &&
            week - weekOfYear(other.action.launchDay) <= CROWDING_WEEKS,
        ).length;
      return all + this.#profit(launch, crowd);
    }, 0);
  }

  #profit({ product, action }: TrueLaunch, crowd: number): number {
    const { units, price } = this.#world.trueDemand({ product, action }, crowd);
    const money = this.#moneyOf(product, { ...action, price });
    return profitOf({ spread: this.#spread }, Math.log1p(units), {
      money,
      stock: action.stockUnits,
    });
  }

  #moneyOf(
    { listPrice, unitCost }: NewProduct,
    offer: {
      readonly channel: string | null;
      readonly adSpend: number | null;
      readonly price: number;
    },
  ) {
    const { channels, adSpend } = this.#world.space;
    return offerMoney(
      { listPrice: listPrice!, unitCost: unitCost! },
      {
        price: offer.price,
        fee: channels.find(({ name }) => name === offer.channel)!.fee,
        adSpend: offer.adSpend ?? adSpend,
        leftoverLoss: USUAL_AIM.stock.leftoverLoss,
      },
    );
  }

  /** Returns the same offers with the true demand of each launch on its own, without competition. */
  offers(known: SeasonOffers, products: readonly NewProduct[]): SeasonOffers {
    return {
      ...known,
      spread: this.#spread,
      pairs: [],
      competition: { ...USUAL_COMPETITION, later: 0, earlier: 0 },
      products: known.products.map((offers, i) => this.#trueOffers(known, products[i]!, offers)),
    };
  }

  #trueOffers(season: SeasonOffers, product: NewProduct, known: ProductOffers): ProductOffers {
    const { weeks, channels, promotions, priceFactors } = season;
    const last = known.adSpends.at(-1)!.adSpend;
    const places = weeks.flatMap((launchDay) => channels.map(({ name }) => ({ launchDay, name })));
    const unitsAt = (offer: number, at: (typeof places)[number], adSpend: number) =>
      this.#world.trueDemand(
        {
          product,
          action: {
            launchDay: at.launchDay,
            channel: at.name,
            promotion: promotions[Math.floor(offer / priceFactors.length)]!.name,
            priceFactor: priceFactors[offer % priceFactors.length]!,
            salePrice: null,
            adSpend,
            stockUnits: 0,
          },
        },
        0,
      );
    const best = places.map((at) => {
      const values = Array.from({ length: promotions.length * priceFactors.length }, (_, offer) => {
        const { units, price } = unitsAt(offer, at, last);
        const money = this.#moneyOf(product, { channel: at.name, adSpend: last, price });
        return units * money.margin;
      });
      const offer = values.indexOf(Math.max(...values));
      return { offer, logUnits: Math.log1p(unitsAt(offer, at, last).units) };
    });
    const first = places[0]!;
    const base = Math.log1p(unitsAt(best[0]!.offer, first, last).units);
    return {
      ...known,
      offers: Int16Array.from(best, ({ offer }) => offer),
      logUnits: Float32Array.from(best, ({ logUnits }) => logUnits),
      meritShares: Float32Array.from(best, () => 1), // the best is what earns most, whenever
      adSpends: known.adSpends.map(({ adSpend }) => ({
        adSpend,
        moved: Math.min(0, Math.log1p(unitsAt(best[0]!.offer, first, adSpend).units) - base),
      })),
    };
  }
}
