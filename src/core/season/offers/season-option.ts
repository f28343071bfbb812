// Lists the ways to launch a product in a season: a week and a channel with the best offer, ad spend and initial stock
// there. Where a budget is limited, options with less ad spend or stock are added.

import { stockOf, type Economy } from '#core/planning/economics/economics.ts';
import { keptMoney, offerMoney } from '#core/planning/economics/offer-money.ts';
import { afterWaiting } from '#core/planning/search/waiting.ts';
import { meanObjective } from '#core/planning/economics/launch-objective.ts';
import { orderableAbove, partOfStock } from '#core/planning/economics/first-stock.ts';
import type { UnitMoney } from '#core/planning/plan/unit-money.ts';
import type { CashBalance } from './cash-use.ts';
import {
  NEVER_TRIED,
  offerPlace,
  spreadOf,
  type ProductOffers,
  type SeasonOffers,
} from './season-offers.ts';
import type { OptionDetail } from './season-reach.ts';

export interface SeasonOption {
  /** Indices of week and channel in the offers; channel 0 where the history has none. */
  readonly week: number;
  readonly channel: number;
  readonly promotion: number;
  /** Multiple of the list price, before the promotion. */
  readonly priceFactor: number;
  /** NaN where the history has none. */
  readonly adSpend: number;
  /** Units of initial stock; below, what they cost, NaN where not known. */
  readonly stockUnits: number;
  readonly stockCost: number;
  /** log1p of the median units. */
  readonly logUnits: number;
  readonly money: UnitMoney;
  /** Expected objective of the launch, with what it brings other products. */
  readonly value: number;
  /** The part of the value that it brings other products; absent where nothing is known of it. */
  readonly brought?: number;
  /** Share of the value, 0–1, that counts when a calendar chooses. */
  readonly meritShare: number;
  /**
   * Loss of the objective if all buyers are lost, extrapolated from the first few; other launches take shares of it.
   */
  readonly contribution: number;
  /** Expected cumulative cash; only where cash is limited. */
  readonly cash?: CashBalance;
}

export interface OptionChoice {
  /** Whether limits may require less ad spend than is best; below, less stock. */
  readonly isAdLimited: boolean;
  readonly isStockLimited: boolean;
  /** Absent: all options. */
  readonly detail?: Pick<OptionDetail, 'adSpends' | 'stocks'>;
}

/** Shares of the best initial stock. */
const STOCKS = [1, 0.75, 0.5];
/** Share of buyers that is removed to measure the cost of losing them. */
const FIRST_LOST = 0.05;

/** Returns every option of a product, week by channel, including dominated ones: see `paretoOptions`. */
export function optionsOf(
  offers: SeasonOffers,
  product: ProductOffers,
  choice: OptionChoice,
): SeasonOption[] {
  const channels = Math.max(1, offers.channels.length);
  return offers.weeks.flatMap((_, week) =>
    Array.from({ length: channels }, (_none, channel) =>
      optionsAt(offers, product, { week, channel, ...choice }),
    ).flat(),
  );
}

interface Place extends OptionChoice {
  readonly week: number;
  readonly channel: number;
}

/**
 * Returns the options of one week and channel, most ad spend and largest stock first, so that the best is the first;
 * empty where never tried.
 */
export function optionsAt(
  offers: SeasonOffers,
  product: ProductOffers,
  { week, channel, isAdLimited, isStockLimited, detail = ALL }: Place,
): SeasonOption[] {
  const place = offerPlace(offers, week, channel);
  const offer = product.offers[place]!;
  if (offer === NEVER_TRIED) return [];
  const promotion = Math.floor(offer / offers.priceFactors.length);
  const priceFactor = offers.priceFactors[offer % offers.priceFactors.length]!;
  const spends = isAdLimited
    ? spreadOver(product.adSpends, detail.adSpends)
    : product.adSpends.slice(-1);
  const economy = seasonEconomy(offers, product);
  const { terms } = economy;
  const meritShare = product.meritShares?.[place] ?? 1;
  const brought = product.brought?.expected;
  return spends.toReversed().flatMap(({ adSpend, moved }) => {
    const logUnits = product.logUnits[place]! + moved;
    const depth = offers.promotions[promotion]?.depth ?? 0;
    const money = keptMoney(
      offerMoney(product.economics, {
        price: product.economics.listPrice * priceFactor * (1 - depth),
        fee: offers.channels[channel]?.fee ?? 0,
        adSpend,
        leftoverLoss: terms.leftoverLoss,
        unitTerms: offers.unitTerms,
      }),
      product.returnRates?.[place] ?? 0,
    );
    const stockShare = product.fixedStock === null ? (product.stockShare ?? 1) : 1;
    const best = partOfStock(stockOf(economy, logUnits, money), stockShare, terms);
    const isFree = isStockLimited && product.fixedStock === null;
    const shares = isFree ? spreadOver(STOCKS, detail.stocks) : [1];
    const stocks = shares.map((share) =>
      share === 1 ? best : orderableAbove(share * best, terms),
    );
    return [...new Set(stocks)].map((stockUnits): SeasonOption => {
      const launch = { logUnits, money, stockUnits };
      const own = valueOfLaunch(economy, launch);
      return {
        ...{ week, channel, promotion, priceFactor, adSpend, ...launch, meritShare },
        value: own + (brought ?? 0),
        ...(brought !== undefined && { brought }),
        stockCost: stockUnits * product.economics.unitCost,
        contribution: contributionOf(economy, launch, own),
      };
    });
  });
}

const ALL = { adSpends: Infinity, stocks: Infinity };

/** Returns at most `most` (two or more) items of a list: both ends and evenly spaced ones between. */
function spreadOver<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from(
    { length: most },
    (_, i) => list[Math.round((i * (list.length - 1)) / (most - 1))]!,
  );
}

type SeasonEconomy = Pick<Economy, 'objective' | 'spread' | 'terms' | 'fixedStock'>;

function seasonEconomy(offers: SeasonOffers, product: ProductOffers): SeasonEconomy {
  const { objective } = offers;
  const { fixedStock, terms = offers.terms } = product;
  return { objective, spread: spreadOf(offers, product), terms, fixedStock };
}

type Launched = Pick<SeasonOption, 'logUnits' | 'money' | 'stockUnits'>;

/** Valued like plans, but sell-through is a share and cannot be added up, so units replace it. */
function valueOfLaunch(
  { objective, spread }: SeasonEconomy,
  { logUnits, money, stockUnits: stock }: Launched,
): number {
  return meanObjective({ objective, spread }, logUnits, { money, stock });
}

function contributionOf(economy: SeasonEconomy, launch: Launched, value: number): number {
  const fewer = { ...launch, logUnits: launch.logUnits + Math.log(1 - FIRST_LOST) };
  return Math.max(0, (value - valueOfLaunch(economy, fewer)) / FIRST_LOST);
}

/**
 * Returns what an option counts for when a calendar chooses: its value after the cost of waiting, and no more than the
 * product's own plan where that passed it over. A loss counts in full.
 */
export function meritOf({ value, meritShare }: Pick<SeasonOption, 'value' | 'meritShare'>): number {
  return afterWaiting(value, meritShare);
}

/** Returns whether week, channel, ad spend and stock are equal. */
export function isSameOption(one: SeasonOption, other: SeasonOption): boolean {
  return (
    one.week === other.week &&
    one.channel === other.channel &&
    one.stockUnits === other.stockUnits &&
    Object.is(one.adSpend, other.adSpend)
  );
}
