// Shops whose launches change what other groups sell by known amounts. Launches are timed at good weeks of the shop and of
// their group, seasons and trends differ between groups, and shocks last for weeks; so sales rise after launches even
// where launches bring nothing.

import { seededRandom, type Random } from '#core/base/random.ts';
import { NO_BUYER, type LoggedProduct, type SalesLog } from '#core/import/baskets/sales-log.ts';

export interface HaloWorld {
  readonly log: SalesLog;
  /** Extra units of the other group for each launch over some weeks, by "launched>other"; only planted pairs. */
  readonly truthOver: (windowWeeks: number) => ReadonlyMap<string, number>;
}

export interface WorldTerms {
  readonly seed: number;
  /** Share of ordered pairs of groups with an effect; half of them negative. */
  readonly effectShare: number;
}

const GROUPS = 14;
const WEEKS = 104;
export const WINDOW_WEEKS = 8;
/** Effects fade out after the window. */
const TAIL_WEEKS = 2;
const OLD_PRODUCTS = 10;
const LAUNCHES = { least: 11, most: 18 };
/** Mean effect of a launch, as a share of what the other group sells in the window. */
const EFFECT = { least: 0.04, most: 0.14 };

interface Launch {
  readonly group: number;
  readonly week: number;
}

export function haloWorld({ seed, effectShare }: WorldTerms): HaloWorld {
  const random = seededRandom(seed);
  const shop = shopWeeks(random);
  const groups = Array.from({ length: GROUPS }, () => groupWeeks(random, shop));
  const launches = groups.flatMap(({ weeks }, group) => launchesOf(random, weeks, group));
  const planted = plantedEffects(random, effectShare);
  const factor = groups.map(() => new Float64Array(WEEKS).fill(0));
  const extras = planted.map(([from, other, size]) => {
    const own = launches.filter(({ group }) => group === from).map(({ week }) => week);
    return {
      from,
      other,
      own,
      byWeek: own.map((week) =>
        plantOne(random, { week, size, usual: groups[other]!.weeks, factor: factor[other]! }),
      ),
    };
  });
  const truthOver = (windowWeeks: number): Map<string, number> =>
    new Map(
      extras.map(({ from, other, own, byWeek }) => {
        const extra = byWeek
          .flatMap((weeks) => weeks.slice(0, windowWeeks))
          .reduce((sum, each) => sum + each, 0);
        const whole = own.reduce((sum, week) => sum + Math.min(1, (WEEKS - week) / windowWeeks), 0);
        return [`${from}>${other}`, extra / whole];
      }),
    );
  const means = groups.map(({ weeks }, group) =>
    weeks.map((units, week) => units * Math.max(0, 1 + factor[group]![week]!)),
  );
  return { log: sold(random, { means, launches }), truthOver };
}

interface OneLaunch {
  readonly week: number;
  readonly size: number;
  /** [weeks] What the other group sells without launches. */
  readonly usual: Float64Array;
  /** [weeks] What launches add to it, as shares; added to. */
  readonly factor: Float64Array;
}

/** Plants the effect of one launch and returns its extra units by week. Launches differ, and most comes in the first weeks. */
function plantOne(random: Random, { week, size, usual, factor }: OneLaunch): number[] {
  const strength = size * Math.exp(0.4 * normal(random) - 0.08);
  const extra: number[] = [];
  for (let later = 0; later < WINDOW_WEEKS + TAIL_WEEKS && week + later < WEEKS; later++) {
    const share = strength * (1.5 - later / 8) * (later < WINDOW_WEEKS ? 1 : 0.5);
    factor[week + later]! += share;
    extra.push(share * usual[week + later]!);
  }
  return extra;
}

/** The shop's season with a peak before its end of year, a trend and shocks. */
function shopWeeks(random: Random): Float64Array {
  const shocks = lasting(random, 0.08);
  const trend = 0.3 * (random() - 0.5);
  return shocks.map((shock, week) => {
    const turn = (2 * Math.PI * week) / 52.18;
    const peak = Math.exp(-(((week % 52) - 47) ** 2) / 8);
    return Math.exp(shock + 0.2 * Math.cos(turn) + 0.35 * peak + (trend * week) / WEEKS);
  });
}

function groupWeeks(random: Random, shop: Float64Array): { readonly weeks: Float64Array } {
  const level = 100 * Math.exp(0.7 * normal(random));
  const [amplitude, phase, trend] = [
    0.2 * random(),
    2 * Math.PI * random(),
    0.5 * (random() - 0.5),
  ];
  const shocks = lasting(random, 0.08);
  const weeks = shop.map((each, week) => {
    const own = amplitude * Math.cos((2 * Math.PI * week) / 52.18 - phase);
    return level * each * Math.exp(own + shocks[week]! + (trend * week) / WEEKS);
  });
  return { weeks };
}

/** Errors with an autocorrelation of 0.6. */
function lasting(random: Random, spread: number): Float64Array {
  let last = 0;
  return Float64Array.from(
    { length: WEEKS },
    () => (last = 0.6 * last + 0.8 * spread * normal(random)),
  );
}

/** One to three launches at a time, likelier in weeks in which the group sells well. */
function launchesOf(random: Random, weeks: Float64Array, group: number): Launch[] {
  const count = LAUNCHES.least + Math.floor(random() * (LAUNCHES.most - LAUNCHES.least + 1));
  const launches: Launch[] = [];
  const highest = weeks.reduce((most, each) => Math.max(most, each), 0);
  while (launches.length < count) {
    const week = 14 + Math.floor(random() * (WEEKS - 16));
    if (random() > (weeks[week]! / highest) ** 2) continue;
    const together = 1 + Math.floor(2 * random());
    for (let k = 0; k < together && launches.length < count; k++) launches.push({ group, week });
  }
  return launches;
}

function plantedEffects(
  random: Random,
  share: number,
): [from: number, other: number, size: number][] {
  const planted: [number, number, number][] = [];
  for (let from = 0; from < GROUPS; from++) {
    for (let other = 0; other < GROUPS; other++) {
      if (random() >= share) continue;
      const size = EFFECT.least + (EFFECT.most - EFFECT.least) * random();
      planted.push([from, other, random() < 0.5 ? size : -size]);
    }
  }
  return planted;
}

interface Sold {
  readonly means: readonly Float64Array[];
  readonly launches: readonly Launch[];
}

/** Old products share what a group sells; launched ones come on top and never count as established. */
function sold(random: Random, { means, launches }: Sold): SalesLog {
  const products: LoggedProduct[] = [];
  const lines: { day: number; product: number; units: number }[] = [];
  const add = (group: number, firstWeek: number, meanOf: (week: number) => number): void => {
    const isLaunch = firstWeek > 0;
    const product = products.length;
    const [productId, title] = [`p${product}`, `Thing ${product}`];
    products.push({
      productId,
      title,
      category: String(group),
      price: 10,
      firstDay: 7 * firstWeek,
      isLaunch,
    });
    for (let week = firstWeek; week < WEEKS; week++) {
      const units = poisson(random, meanOf(week));
      if (units > 0) lines.push({ day: 7 * week, product, units });
    }
  };
  means.forEach((weeks, group) => {
    const shares = Array.from({ length: OLD_PRODUCTS }, () => random() + 0.2);
    const total = shares.reduce((sum, each) => sum + each, 0);
    for (const share of shares) add(group, 0, (week) => (weeks[week]! * share) / total);
  });
  for (const { group, week } of launches) {
    const size = 6 * random();
    // Sold out for good when the window ends.
    add(group, week, (at) => (at < week + WINDOW_WEEKS ? size * Math.exp(-(at - week) / 5) : 0));
  }
  lines.sort((a, b) => a.day - b.day);
  return logOf(products, lines);
}

function logOf(
  products: readonly LoggedProduct[],
  lines: readonly { readonly day: number; readonly product: number; readonly units: number }[],
): SalesLog {
  const count = lines.length;
  return {
    ...{
      products,
      channels: [],
      orderCount: count,
      buyerCount: 0,
      firstDay: 0,
      lastDay: 7 * WEEKS - 1,
    },
    order: Uint32Array.from(lines.keys()),
    product: Uint32Array.from(lines, ({ product }) => product),
    buyer: new Int32Array(count).fill(NO_BUYER),
    day: Int32Array.from(lines, ({ day }) => day),
    units: Float64Array.from(lines, ({ units }) => units),
    revenue: new Float64Array(count).fill(NaN),
    discountShare: new Float32Array(count).fill(NaN),
    channel: new Uint16Array(count),
  };
}

export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export function poisson(random: Random, mean: number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let [count, product] = [0, random()];
  for (; product > limit; count++) product *= random();
  return count;
}
