// Simulates split tests buyer by buyer, from the list of keys to what is shown: arms by the app's hash, orders over the
// days, sums, ranges. Baskets are log-normal, so that few buyers pay much.

import { seededRandom, type Random } from '#core/base/random.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { buyersNeeded } from '#core/evaluation/split-test/buyers-needed.ts';
import { readSplit, type Difference } from '#core/evaluation/split-test/read-split.ts';
import { armOf, SENT } from '#core/evaluation/split-test/split-arms.ts';
import { sumSplit } from '#core/evaluation/split-test/split-sums.ts';
import type { SplitDesign } from '#core/evaluation/split-test/split-test.ts';

const SEEDS = 500;
/** False alarms are rare, so more tests show their rate: with 4,000, to a third of a percentage point. */
const NULL_SEEDS = 4000;

interface World {
  readonly design: SplitDesign;
  readonly buyers: number;
  /** Of each group of buyers: its part of the buyers, its usual share of orders and the true uplift. */
  readonly groups: readonly {
    readonly part: number;
    readonly usual: number;
    readonly uplift: number;
  }[];
  /** Exponent of the days: 1 is even, above 1 most orders come early. */
  readonly early: number;
}

const EVEN: SplitDesign = { usualShare: 0.08, uplift: 0.025, heldOutShare: 0.5, looks: 1 };

/** Prints coverage, power and false alarms; returns the missed targets. */
export function splitTest(): readonly string[] {
  const groups = [
    { part: 0.5, usual: 0.05, uplift: 0.03 },
    { part: 0.3, usual: 0.14, uplift: 0 },
    { part: 0.2, usual: 0.08, uplift: -0.02 },
  ];
  return [
    ...coverage('4,000 buyers, half held out', { design: EVEN, buyers: 4000, groups, early: 1 }),
    ...coverage('6,000 buyers, a fifth held out', {
      design: { ...EVEN, heldOutShare: 0.2 },
      ...{ buyers: 6000, groups, early: 1 },
    }),
    ...power('read once', EVEN),
    ...power('three looks', { ...EVEN, looks: 3 }),
    ...power('a quarter held out', { ...EVEN, heldOutShare: 0.25, usualShare: 0.03, uplift: 0.02 }),
    ...falseAlarms('read once', 1, 1),
    ...falseAlarms('three looks, orders come evenly', 3, 1),
    ...falseAlarms('three looks, most orders come early', 3, 2),
    ...falseAlarms('five looks, most orders come early', 5, 2),
  ];
}

function coverage(name: string, world: World): string[] {
  const inside = { orders: 0, sales: 0, groups: 0 };
  for (let seed = 1; seed <= SEEDS; seed++) {
    const [result] = simulated(world, seed);
    const { groups } = world;
    const trueUplift = groups.reduce((all, { part, uplift }) => all + part * uplift, 0);
    const holds = ({ low, high }: Difference, truth: number) =>
      Number(low <= truth && truth <= high);
    inside.orders += holds(result!.all.orders, trueUplift);
    inside.sales += holds(result!.all.sales!, trueUplift * MEAN_BASKET);
    const of = (group: string) => world.groups[Number(group)]!.uplift;
    inside.groups += Number(result!.groups.every((each) => holds(each.orders, of(each.group))));
  }
  const shares = { orders: inside.orders / SEEDS, sales: inside.sales / SEEDS };
  const all = inside.groups / SEEDS;
  console.log(
    `  ${name}: 95% ranges hold ${percent(shares.orders)} (orders), ${percent(shares.sales)} (sales) of ${SEEDS}; of all groups together ${percent(all)}`,
  );
  return [
    ...Object.entries(shares).flatMap(([of, share]) =>
      share >= 0.93 && share <= 0.97 ? [] : [`${name}: ranges of ${of} hold ${percent(share)}`],
    ),
    ...(all >= 0.93 ? [] : [`${name}: ranges of all groups hold ${percent(all)}`]),
  ];
}

function power(name: string, design: SplitDesign): string[] {
  const buyers = buyersNeeded(design)!.total;
  const groups = [{ part: 1, usual: design.usualShare, uplift: design.uplift }];
  const world = { design, buyers, groups, early: 1 };
  const found = mean(
    Array.from({ length: SEEDS }, (_, seed) =>
      Number(simulated(world, seed + 1).some(({ finding }) => finding === 'more')),
    ),
  );
  console.log(
    `  ${name}, ${buyers} buyers: the uplift is found in ${percent(found)} of ${SEEDS}, planned 80%`,
  );
  return Math.abs(found - 0.8) <= 0.05 ? [] : [`${name}: power ${percent(found)}`];
}

function falseAlarms(name: string, looks: number, early: number): string[] {
  const design = { ...EVEN, looks };
  const groups = [{ part: 1, usual: design.usualShare, uplift: 0 }];
  const world = { design, buyers: 1500, groups, early };
  const alarms = mean(
    Array.from({ length: NULL_SEEDS }, (_, seed) =>
      Number(simulated(world, seed + 1).some(({ finding }) => ['more', 'fewer'].includes(finding))),
    ),
  );
  console.log(
    `  ${name}: without an effect, a difference is shown in ${percent(alarms)} of ${NULL_SEEDS}`,
  );
  return alarms <= 0.05 ? [] : [`${name}: false alarms ${percent(alarms)}`];
}

/** Returns what each look shows, all looks, also those after the test could have been stopped. */
function simulated({ design, buyers, groups, early }: World, seed: number) {
  const random = seededRandom(seed * 7919);
  const salt = `salt ${seed}`;
  const arm = new Int8Array(buyers);
  const group = new Uint8Array(buyers);
  /** Part of the days after which a buyer orders; beyond 1: never. */
  const time = new Float64Array(buyers);
  const basket = new Float64Array(buyers);
  for (let i = 0; i < buyers; i++) {
    arm[i] = armOf({ salt, design }, `buyer ${i}`);
    group[i] = drawn(groups, random());
    const { usual, uplift } = groups[group[i]!]!;
    const chance = usual + (arm[i] === SENT ? uplift : 0);
    time[i] = random() < chance ? random() ** early : Infinity;
    basket[i] = basketOf(random);
  }
  const names = groups.map((_, place) => String(place));
  return Array.from({ length: design.looks }).flatMap((_, look) => {
    const ordered = Uint8Array.from(time, (each) => Number(each < (look + 1) / design.looks));
    const sales = Float64Array.from(ordered, (has, i) => has * basket[i]!);
    const sums = sumSplit({ arm, ordered, sales, group, groups: names }, look + 1);
    // A look with too few orders is not read.
    return typeof sums === 'string' ? [] : [readSplit(design, sums)];
  });
}

function drawn(groups: World['groups'], place: number): number {
  let left = place;
  const at = groups.findIndex(({ part }) => (left -= part) < 0);
  return at < 0 ? groups.length - 1 : at;
}

const SPREAD = 0.9;
const MEDIAN_BASKET = 30;
const MEAN_BASKET = MEDIAN_BASKET * Math.exp(SPREAD ** 2 / 2);

function basketOf(random: Random): number {
  return MEDIAN_BASKET * Math.exp(SPREAD * normalQuantile(random()));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
