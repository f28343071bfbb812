import type { ActionSpace } from '#core/model/features/action-space.ts';
import { dayFromCalendar, isoDate, weekOfYear } from '#core/base/dates.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import type { Planned } from '#workers/model/plan/plan-products.ts';
import { launchTable, type LaunchRow } from '../support/launch-table.ts';

/** The exports of the outside benchmark's module that are used here. */
interface WorldModule {
  generate(options: {
    kind: string;
    seed: number;
    launches: number;
    fresh: number;
  }): GeneratedWorld;
  expected(world: unknown, product: WorldProduct, action: WorldAction): WorldOutcome;
  random(seed: number): WorldRandom;
  actions(): Iterable<WorldAction>;
  isoDate(year: number, week: number): string;
  readonly CHANNELS: readonly string[];
  readonly PROMOTIONS: readonly string[];
  readonly PRICE_FACTORS: readonly number[];
  readonly SPEND: number;
}
interface WorldOutcome {
  readonly impressions: number;
  readonly ctr: number;
  readonly cvr: number;
  readonly units: number;
  readonly price: number;
  readonly profit: number;
}
interface WorldRandom {
  normal(): number;
  gamma(shape: number): number;
  poisson(mean: number): number;
  binomial(count: number, chance: number): number;
}
interface WorldAction {
  readonly week: number;
  readonly channel: number;
  readonly promo: number;
  readonly factor: number;
  readonly spend: number;
  readonly year: number;
  /** Number of the shop's own launches of the category in the two weeks before. */
  readonly crowd?: number;
}
interface WorldProduct {
  readonly id: string;
  /** Index of its category. */
  readonly c: number;
  readonly title: string;
  readonly category: string;
  readonly brand: number;
  readonly material: string;
  readonly price: number;
  readonly cost: number;
  /** Quality that no column shows. */
  readonly hidden: number;
}
interface GeneratedWorld {
  readonly w: {
    readonly brands: readonly { readonly name: string }[];
    readonly cat: readonly { readonly channel: readonly number[] }[];
  };
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  readonly products: readonly WorldProduct[];
}

/** What affects a launch apart from its decision. */
interface Fate {
  /** Seed of the luck, which is the same for every action. */
  readonly luck: number;
  /** Number of the shop's own launches of the category in the two weeks before. */
  readonly crowd: number;
}

export interface LaunchWorld {
  readonly table: LaunchTable;
  /** The launches of `table`, row by row. */
  readonly history: readonly LaunchRow[];
  readonly products: readonly NewProduct[];
  readonly space: ActionSpace;
  judge(planned: Planned): { readonly capture: number; readonly fixedCapture: number };
  /**
   * True expected profits of all products together: under the baseline policy (habit), and under the best stated action
   * for each.
   */
  bounds(): { readonly habit: number; readonly oracle: number };
  /** True expected profit of a plan, with any price and spend and with unlimited stock. */
  trueProfit(plan: Pick<LaunchPlan, 'product' | 'action'>): number;
  /** True expected demand in units and the price of a unit, after `crowd` own launches of the category. */
  trueDemand(
    plan: Pick<LaunchPlan, 'product' | 'action'>,
    crowd: number,
  ): { readonly units: number; readonly price: number };
  /** Effect of a channel on log units in a product's category, which all products of the category share. */
  channelEffect(productId: string, channel: string): number;
  /** Equally likely factors of a launch's demand over its average. */
  demandFactors(count: number): Float64Array;
  /**
   * A launch as a row of the history, with the plan's initial stock. Stock of Infinity never ends and is not recorded.
   */
  launch(plan: Pick<LaunchPlan, 'product' | 'action'>, fate: Fate): LaunchRow;
  /** Profits of a plan in simulated launches with its own stock. The luck is the same for every plan. */
  simulate(
    plan: Pick<LaunchPlan, 'product' | 'action'>,
    options: { readonly times: number; readonly leftoverLoss: number },
  ): Float64Array;
}

const FEES: Readonly<Record<string, number>> = {
  marketplace: 0.15,
  'own store': 0.03,
  social: 0.05,
  'search ads': 0.05,
  influencer: 0.12,
};
const DEPTHS: Readonly<Record<string, number>> = {
  none: 0,
  '10% off': 0.1,
  '20% off': 0.2,
  bundle: 0.12,
  coupon: 0.08,
};
/** The benchmark's baseline policy: the merchandiser's shares of channels and promotions, any week, list price. */
const HABIT = { channel: [0.36, 0.24, 0.17, 0.13, 0.1], promotion: [0.33, 0.22, 0.18, 0.12, 0.15] };

/** Generates world a of the launch benchmark with its stated actions. The module is outside this project. */
export async function launchWorld(options: {
  readonly seed: number;
  readonly launches: number;
  /** Number of new products; 200 by default. */
  readonly fresh?: number;
}): Promise<LaunchWorld> {
  const path = new URL('../../../shared/bench/launch-world.mjs', import.meta.url).href;
  const module = (await import(path)) as WorldModule;
  const world = module.generate({ kind: 'a', fresh: 200, ...options });
  const history = historyOf(world);
  return {
    table: launchTable(history),
    history,
    products: world.products.map((product) => ({
      id: product.id,
      title: product.title,
      category: product.category,
      brand: world.w.brands[product.brand]!.name,
      listPrice: product.price,
      unitCost: product.cost,
      attributes: { material: product.material },
    })),
    space: {
      weeks: Array.from({ length: 52 }, (_, week) => dayOf(module.isoDate(2026, week))),
      channels: module.CHANNELS.map((name) => ({ name, fee: FEES[name]! })),
      promotions: module.PROMOTIONS.map((name) => ({ name, depth: DEPTHS[name]! })),
      priceFactors: module.PRICE_FACTORS,
      adSpend: module.SPEND,
      adSpends: [],
    },
    judge: (planned) => judge(module, world, planned),
    bounds: () => boundsOf(module, world),
    trueProfit: (plan) => {
      const { product, chosen } = chosenIn(module, world, plan);
      return module.expected(world.w, product, chosen).profit;
    },
    trueDemand: (plan, crowd) => {
      const { product, chosen } = chosenIn(module, world, plan);
      return module.expected(world.w, product, { ...chosen, crowd });
    },
    channelEffect: (productId, channel) => {
      const { c } = world.products.find(({ id }) => id === productId)!;
      return world.w.cat[c]!.channel[module.CHANNELS.indexOf(channel)]!;
    },
    demandFactors: (count) => {
      const random = module.random(77);
      return Float64Array.from({ length: count }, () => {
        const hidden = HIDDEN_DEVIATION * random.normal();
        return Math.exp(hidden) * (random.gamma(SHOCK_SHAPE) / SHOCK_SHAPE);
      });
    },
    launch: (plan, fate) => launchOf(module, world, { plan, fate }),
    simulate: (plan, given) => simulate(module, world, { plan, ...given }),
  };
}

/** Constants with which the benchmark draws its history. */
const IMPRESSIONS_PER_EXPECTED = 2.2;
const UNITS_BEYOND_ORDERS = 0.15;
/** Standard deviation of the quality that no column shows. Past launches have it; it is unknown for new products. */
const HIDDEN_DEVIATION = 0.25;
const SHOCK_SHAPE = 8;

function simulate(
  module: WorldModule,
  world: GeneratedWorld,
  given: {
    readonly plan: Pick<LaunchPlan, 'product' | 'action'>;
    readonly times: number;
    readonly leftoverLoss: number;
  },
): Float64Array {
  const { product, chosen } = chosenIn(module, world, given.plan);
  const { stockUnits } = given.plan.action;
  return Float64Array.from({ length: given.times }, (_, time) => {
    const { demand, price } = demandOf(module, world, { product, chosen, luck: 1000 + time });
    const margin = price * (1 - FEES[module.CHANNELS[chosen.channel]!]!) - product.cost;
    const sold = Math.min(demand, stockUnits);
    return margin * sold - given.leftoverLoss * product.cost * (stockUnits - sold) - chosen.spend;
  });
}

interface Demand {
  readonly impressions: number;
  readonly clicks: number;
  readonly orders: number;
  readonly demand: number;
  readonly price: number;
}

function demandOf(
  module: WorldModule,
  world: GeneratedWorld,
  given: { readonly product: WorldProduct; readonly chosen: WorldAction; readonly luck: number },
): Demand {
  const random = module.random(given.luck);
  const hidden = HIDDEN_DEVIATION * random.normal();
  const outcome = module.expected(world.w, { ...given.product, hidden }, given.chosen);
  const shock = random.gamma(SHOCK_SHAPE) / SHOCK_SHAPE;
  const impressions = random.poisson(outcome.impressions * IMPRESSIONS_PER_EXPECTED * shock);
  const clicks = random.binomial(impressions, outcome.ctr);
  const orders = random.binomial(clicks, outcome.cvr);
  const demand = orders + random.poisson(orders * UNITS_BEYOND_ORDERS);
  return { impressions, clicks, orders, demand, price: outcome.price };
}

function launchOf(
  module: WorldModule,
  world: GeneratedWorld,
  given: { readonly plan: Pick<LaunchPlan, 'product' | 'action'>; readonly fate: Fate },
): LaunchRow {
  const { product: planned, action } = given.plan;
  const { luck, crowd } = given.fate;
  const { product, chosen } = chosenIn(module, world, given.plan);
  const came = demandOf(module, world, { product, chosen: { ...chosen, crowd }, luck });
  const units = Math.min(came.demand, action.stockUnits);
  return {
    productId: planned.id,
    title: planned.title,
    category: planned.category,
    brand: planned.brand,
    material: product.material,
    day: action.launchDay,
    channel: action.channel ?? '',
    promotion: action.promotion ?? '',
    listPrice: product.price,
    salePrice: Math.round(100 * came.price) / 100,
    unitCost: product.cost,
    adSpend: chosen.spend,
    impressions: came.impressions,
    clicks: came.clicks,
    orders: Math.round((came.orders * units) / Math.max(1, came.demand)),
    units,
    firstStock: Number.isFinite(action.stockUnits) ? action.stockUnits : NaN,
  };
}

function chosenIn(
  module: WorldModule,
  world: GeneratedWorld,
  { product, action }: Pick<LaunchPlan, 'product' | 'action'>,
): { readonly product: WorldProduct; readonly chosen: WorldAction } {
  return {
    product: world.products.find(({ id }) => id === product.id)!,
    chosen: {
      week: weekOfYear(action.launchDay),
      channel: module.CHANNELS.indexOf(action.channel ?? ''),
      promo: module.PROMOTIONS.indexOf(action.promotion ?? ''),
      factor: action.priceFactor,
      spend: action.adSpend ?? module.SPEND,
      year: 3,
    },
  };
}

function historyOf({ rows }: GeneratedWorld): LaunchRow[] {
  const text = (row: Readonly<Record<string, string | number>>, name: string) => String(row[name]);
  const number = (row: Readonly<Record<string, string | number>>, name: string) =>
    Number(row[name]);
  return rows.map((row) => ({
    productId: text(row, 'product_id'),
    title: text(row, 'title'),
    category: text(row, 'category'),
    brand: text(row, 'brand'),
    material: text(row, 'material'),
    day: dayOf(text(row, 'launch_date')),
    channel: text(row, 'channel'),
    promotion: text(row, 'promotion'),
    listPrice: number(row, 'list_price'),
    salePrice: number(row, 'sale_price'),
    unitCost: number(row, 'unit_cost'),
    adSpend: number(row, 'ad_spend'),
    impressions: number(row, 'impressions'),
    clicks: number(row, 'clicks'),
    orders: number(row, 'orders'),
    units: number(row, 'units_sold_4w'),
  }));
}

function judge(module: WorldModule, world: GeneratedWorld, planned: Planned) {
  const { habit, oracle, bestFixed } = boundsOf(module, world);
  const weekStarts = Array.from({ length: 52 }, (_, week) => module.isoDate(2026, week));
  const productOf = (id: string) => world.products.find((product) => product.id === id)!;
  const earned = sum(
    planned.plans.map(({ product, action }) => {
      const week = weekStarts.indexOf(isoDate(action.launchDay));
      const chosen = {
        week: week < 0 ? weekOfYear(action.launchDay) : week,
        channel: module.CHANNELS.indexOf(action.channel ?? ''),
        promo: module.PROMOTIONS.indexOf(action.promotion ?? ''),
        factor: action.priceFactor,
        spend: module.SPEND,
        year: 3,
      };
      return module.expected(world.w, productOf(product.id), chosen).profit;
    }),
  );
  return {
    capture: (earned - habit) / (oracle - habit),
    fixedCapture: (bestFixed - habit) / (oracle - habit),
  };
}

function boundsOf(module: WorldModule, { w, products }: GeneratedWorld) {
  // Like a plan, the oracle takes nothing off a price that was raised for it.
  const actions = [...module.actions()].filter(
    ({ promo, factor }) => factor <= 1 || DEPTHS[module.PROMOTIONS[promo]!] === 0,
  );
  const profits = products.map((product) =>
    actions.map((action) => module.expected(w, product, action).profit),
  );
  const weights = actions.map(({ channel, promo, factor }) =>
    factor === 1 ? (HABIT.channel[channel]! * HABIT.promotion[promo]!) / 52 : 0,
  );
  const fixed = actions.map((_, i) => sum(profits.map((row) => row[i]!)));
  return {
    habit: sum(profits.map((row) => sum(row.map((value, i) => value * weights[i]!)))),
    oracle: sum(profits.map((row) => Math.max(...row))),
    bestFixed: Math.max(...fixed),
  };
}

function dayOf(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number);
  return dayFromCalendar(year!, month!, day!);
}
