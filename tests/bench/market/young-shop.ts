// A demo shop in its first year, and what market files show of its categories: their true season or waves that have
// nothing to do with it.

import { dayFromCalendar, type Day } from '#core/base/dates.ts';
import { seededRandom, type Random } from '#core/base/random.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { OUTLOOK_WEEKS } from '#core/demand/forecast/demand-outlook.ts';
import type { DemandIndex } from '#core/demand/series/category-demand.ts';
import { mondayOf, WEEK_DAYS, type DemandPanel } from '#core/demand/series/demand-panel.ts';
import type { MarketFile, MarketSeries } from '#core/import/market/market.ts';
import { drawNormal } from '../../support/demo-shop/draws.ts';
import { generateShop, type DemoShop, type PastLaunch } from '../../support/demo-shop/generator.ts';
import type { Locale } from '../../support/demo-shop/trades.ts';
import { expectedOutcome } from '../../support/demo-shop/truth.ts';

/** Launches of the three years that a shop is cut from: about 350 a year. */
const LAUNCHES = 1_050;
const NEW_PRODUCTS = 80;
const MEASURED_WEEKS = 4;
const MARKET_WEEKS = 156;
const TREND_NOISE = 0.08;
/** Weeks after a launch at which its first four weeks are half over. */
const MIDDLE_WEEKS = 1.5;
/** What a product sells in a week after its first four, of what it sold in the week before, in a steady season. */
const KEEPS_A_WEEK = 0.92;
const FIRST_DAY = mondayOf(dayFromCalendar(2024, 1, 1));

export interface YoungShopOptions {
  readonly seed: number;
  readonly locale: Locale;
  /** First week with launches, counted from the beginning of 2024. */
  readonly firstWeek: number;
  /** Weeks with launches, 26–40; four more measure the last ones. */
  readonly weeks: number;
}

export interface YoungShop {
  /** The shop with only the launches of its first weeks. */
  readonly shop: DemoShop;
  /** The Monday on which launches are planned. */
  readonly today: Day;
  /** Log of the true demand of a category in the week from a day on. */
  readonly seasonOn: (category: number, day: Day) => number;
  /** Weekly units of its categories up to today. */
  readonly own: DemandPanel;
  readonly rightFile: MarketFile;
  readonly wrongFile: MarketFile;
}

/** Returns the true season as a market file that errs in nothing would foresee it. */
export function trueDemand({ shop, today, seasonOn }: YoungShop): DemandIndex {
  const firstDay = today - WEEK_DAYS * MARKET_WEEKS;
  const weeks = MARKET_WEEKS + OUTLOOK_WEEKS;
  const series = shop.world.trade.categories.map(({ name }, c) => {
    const logs = Float32Array.from({ length: weeks }, (_, week) =>
      seasonOn(c, firstDay + WEEK_DAYS * (week + MIDDLE_WEEKS)),
    );
    const usual = mean(Array.from(logs.subarray(0, MARKET_WEEKS)));
    return { category: name, logs: logs.map((log) => log - usual) };
  });
  return { firstDay, series, isBorrowed: true };
}

export function youngShop({ seed, locale, firstWeek, weeks }: YoungShopOptions): YoungShop {
  const all = generateShop({ seed, locale, launches: LAUNCHES, newProducts: NEW_PRODUCTS });
  const from = FIRST_DAY + WEEK_DAYS * firstWeek;
  const until = from + WEEK_DAYS * weeks;
  const today = until + WEEK_DAYS * MEASURED_WEEKS;
  const launches = all.launches.filter(
    ({ action: { launchDay } }) => launchDay >= from && launchDay < until,
  );
  const shop = { ...all, launches };
  const seasonOn = seasonOf(all);
  const random = seededRandom(seed * 31 + 7);
  const market = all.world.trade.categories.map(({ name }, c) =>
    searches(name, (day) => seasonOn(c, day), { today, random }),
  );
  const others = all.world.trade.categories.map(({ name }) =>
    searches(name, unrelatedWave(random), { today, random }),
  );
  return {
    ...{ shop, today, seasonOn },
    own: ownWeeks(shop, seasonOn, { from, today }),
    rightFile: trendsFile(market),
    wrongFile: trendsFile(others),
  };
}

/** The mean free reach of the category's products, launched so that the week is the middle of their first four. */
function seasonOf({ world, launches }: DemoShop): YoungShop['seasonOn'] {
  const channel = world.trade.channels[0]!.name;
  const promotion = world.trade.promotions[0]!.name;
  const known = new Map<string, number>();
  const products = world.trade.categories.map((_, c) =>
    launches.flatMap(({ product }) => (product.category === c ? [product] : [])),
  );
  const logOn = (category: number, day: Day) => {
    const launchDay = Math.round(day - WEEK_DAYS * MIDDLE_WEEKS);
    const action = { launchDay, channel, promotion, priceFactor: 1, adSpend: 0 };
    return Math.log(
      mean(
        products[category]!.map((product) => expectedOutcome(world, product, action).impressions),
      ),
    );
  };
  return (category, day) => {
    const key = `${category} ${day}`;
    const found = known.get(key) ?? logOn(category, day);
    known.set(key, found);
    return found;
  };
}

/** Two waves of the year of any size and place, a level that wanders, and one lasting change. */
function unrelatedWave(random: Random): (day: Day) => number {
  const [peak, second] = [random() * 52, random() * 52];
  const [size, other] = [0.3 + 0.4 * random(), 0.2 * random()];
  const shift = { day: FIRST_DAY + 365 * (2 * random() - 1), by: 0.5 * drawNormal(random) };
  const steps = Array.from({ length: 2 * MARKET_WEEKS }, () => 0.04 * drawNormal(random));
  const levels = steps.map(
    (
      (level) => (step) =>
        (level += step)
    )(0),
  );
  return (day) => {
    const week = (day - FIRST_DAY) / WEEK_DAYS;
    const wave = (at: number, waves: number) =>
      Math.cos((2 * Math.PI * waves * (week - at)) / 52.18);
    const level = levels[Math.round(week) + MARKET_WEEKS]!;
    return (
      size * wave(peak, 1) + other * wave(second, 2) + level + (day > shift.day ? shift.by : 0)
    );
  };
}

/** Weekly searches of three years until today, over their largest as Google Trends tells them. */
function searches(
  term: string,
  logOn: (day: Day) => number,
  { today, random }: { readonly today: Day; readonly random: Random },
): MarketSeries {
  const days = Int32Array.from({ length: MARKET_WEEKS }, (_, week) => {
    return today - WEEK_DAYS * (MARKET_WEEKS - week);
  });
  const seen = Array.from(days, (day) => Math.exp(logOn(day) + TREND_NOISE * drawNormal(random)));
  const largest = Math.max(...seen);
  return {
    ...{ term, place: '', step: 'week', days, scale: 'index', lastIsPartial: false, download: 0 },
    values: Float32Array.from(seen, (each) => Math.round((100 * each) / largest)),
  };
}

function trendsFile(series: readonly MarketSeries[]): MarketFile {
  const unknown = { niche: '', brand: '', asin: '', term: '' };
  return {
    ...{ kind: 'trends', fileName: 'trends.csv', series },
    facts: { ...unknown, updated: NaN, from: NaN, until: NaN },
    account: { rows: 0, read: 0, leftOut: {}, otherColumns: [] },
  };
}

/**
 * A stand-in for order lines: a launch's units spread over its first four weeks; then it sells on, less each week, with the
 * season of its category.
 */
function ownWeeks(
  { world, launches }: DemoShop,
  seasonOn: YoungShop['seasonOn'],
  { from, today }: { readonly from: Day; readonly today: Day },
): DemandPanel {
  const weekCount = (today - from) / WEEK_DAYS;
  const series = world.trade.categories.map(({ name }, category) => {
    const own = launches.filter(({ product }) => product.category === category);
    const units = Float64Array.from({ length: weekCount }, (_, week) => {
      const monday = from + WEEK_DAYS * week;
      return own.reduce((sum, launch) => sum + unitsIn(launch, monday), 0);
    });
    const first = units.findIndex((each) => each > 0);
    return { name, units: units.map((each, week) => (week < first ? NaN : Math.round(each))) };
  });
  return { firstDay: from, weekCount, series };

  function unitsIn({ product, action, outcome }: PastLaunch, monday: Day): number {
    const launched = mondayOf(action.launchDay);
    const age = (monday - launched) / WEEK_DAYS;
    if (age < 0) return 0;
    if (age < MEASURED_WEEKS) return outcome.units / MEASURED_WEEKS;
    const middle = launched + WEEK_DAYS;
    const season = seasonOn(product.category, monday) - seasonOn(product.category, middle);
    const faded = KEEPS_A_WEEK ** (age - MEASURED_WEEKS + 1);
    return (outcome.units / MEASURED_WEEKS) * faded * Math.exp(season);
  }
}
