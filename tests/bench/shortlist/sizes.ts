// Splits the stock of new products by size and colour in simulated shops. A mis-split leaves some variants short while
// others have too many: its cost is what these units would have earned and what the others lose, over what a split with
// known demand would bring. All methods split the same stock for the same draws of demand.

import { seededRandom } from '#core/base/random.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import { learnVariants } from '#core/planning/variants/learn-variants.ts';
import { demandTails, thinnedDemand } from '#core/planning/variants/variant-demand.ts';
import { variantParts } from '#core/planning/variants/variant-parts.ts';
import { variantShares, type VariantShare } from '#core/planning/variants/variant-shares.ts';
import { splitStock } from '#core/planning/variants/variant-split.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import {
  drawDemand,
  shares,
  simulatedShop,
  TRUTH,
  WORLDS,
  type SimulatedLaunch,
  type SimulatedShop,
  type World,
} from './size-worlds.ts';

/** Constants were tuned on seeds 1–4. */
export const UNSEEN_SEEDS = [11, 12, 13, 14] as const;
const DRAWS = 150;
const SERVICE_LEVEL = 0.7;
/** Money per unit: margin of a missing one, loss of a leftover one. */
const MONEY = { margin: 12, leftover: 3 };
const MOST_OVER_TRUTH = 1.1;
const LEAST_BELOW_EQUAL = 0.2;

type Split = (launch: SimulatedLaunch, stock: number) => readonly number[];
const METHODS = ['learnt', 'true shares', 'equal', 'last launch', 'pooled'] as const;
type Method = (typeof METHODS)[number];

export function sizes(seeds: readonly number[]): readonly string[] {
  console.log(`seeds ${seeds.join(', ')}`);
  console.log('cost of mis-splits, money per launch; in brackets: over true shares');
  return WORLDS.flatMap((world) => {
    const costs = costsOf(world, seeds);
    const ratio = (method: Method, to: Method) => costs[method] / costs[to];
    const cells = METHODS.map(
      (method) =>
        `${method} ${costs[method].toFixed(1)} (${ratio(method, 'true shares').toFixed(2)})`,
    );
    console.log(`${world.name}: ${cells.join(', ')}`);
    return [
      ...(ratio('learnt', 'true shares') > MOST_OVER_TRUTH
        ? [`${world.name}: ${ratio('learnt', 'true shares').toFixed(3)} times the true shares`]
        : []),
      ...(ratio('learnt', 'equal') > 1 - LEAST_BELOW_EQUAL
        ? [`${world.name}: ${ratio('learnt', 'equal').toFixed(2)} times an equal split`]
        : []),
    ];
  });
}

function costsOf(world: World, seeds: readonly number[]): Readonly<Record<Method, number>> {
  const costs = Object.fromEntries(METHODS.map((method) => [method, [] as number[]]));
  for (const seed of seeds) {
    const shop = simulatedShop(world, seed);
    const methods = methodsOf(shop);
    const random = seededRandom(1000 + seed);
    for (const launch of shop.fresh) {
      const stock = Math.ceil(
        launch.medianUnits * Math.exp(TRUTH.units * normalQuantile(SERVICE_LEVEL)),
      );
      const drawn = Array.from({ length: DRAWS }, () => drawDemand(launch, random));
      for (const method of METHODS)
        costs[method]!.push(costOf(methods[method](launch, stock), drawn));
    }
  }
  return Object.fromEntries(METHODS.map((method) => [method, mean(costs[method]!)])) as Record<
    Method,
    number
  >;
}

/** Returns the mean cost over what a split with known demand would bring. */
function costOf(units: readonly number[], drawn: readonly (readonly number[])[]): number {
  const stock = sum(units);
  return mean(
    drawn.map((demand) => {
      const most = Math.min(stock, sum(demand));
      const sold = sum(demand.map((each, i) => Math.min(each, units[i]!)));
      return (most - sold) * (MONEY.margin + MONEY.leftover);
    }),
  );
}

function methodsOf({ history, isMarked }: SimulatedShop): Readonly<Record<Method, Split>> {
  const curves = learnVariants(
    history.map(({ category, day, names, sold, isSoldOut }) => ({
      ...{ category, day, isSoldOut: false },
      variants: names.flatMap((name, i) =>
        sold[i]! > 0 || isMarked ? [{ name, units: sold[i]!, isSoldOut: isSoldOut[i]! }] : [],
      ),
    })),
  );
  const weightsIn = (launches: SimulatedShop['history']) => {
    const units = new Map<string, number>();
    for (const { names, sold } of launches)
      names.forEach((name, i) => units.set(name, (units.get(name) ?? 0) + sold[i]!));
    return units;
  };
  const all = weightsIn(history);
  const lastOf = (category: string) =>
    weightsIn(history.filter((launch) => launch.category === category).slice(-1));
  return {
    learnt: (launch, stock) =>
      bySharesOf(
        launch,
        stock,
        variantShares(curves, launch, launch.names.map(variantParts)).shares,
      ),
    'true shares': (launch, stock) =>
      bySharesOf(
        launch,
        stock,
        launch.expected.map((share) => ({
          mean: share,
          concentration: trueConcentration(launch, share),
        })),
      ),
    equal: (launch, stock) =>
      inProportion(
        launch.names.map(() => 1),
        stock,
      ),
    'last launch': (launch, stock) => byUnits(launch, stock, lastOf(launch.category)),
    pooled: (launch, stock) => byUnits(launch, stock, all),
  };
}

/** Concentration of the product of two Dirichlet shares, by the variance of a variant's own. */
function trueConcentration({ names, expected }: SimulatedLaunch, share: number): number {
  const perSize = names.filter((name) => name.split(' / ')[0] === names[0]!.split(' / ')[0]).length;
  const place = expected.indexOf(share);
  const size = sum(expected.slice(place - (place % perSize), place - (place % perSize) + perSize));
  const colour = share / size;
  const variance = (p: number, concentration: number) => (1 - p) / (p * (1 + concentration));
  const relative = (1 + variance(size, TRUTH.sizes)) * (1 + variance(colour, TRUTH.colours)) - 1;
  return (1 - share) / (share * relative) - 1;
}

function bySharesOf(
  launch: SimulatedLaunch,
  stock: number,
  of: readonly VariantShare[],
): readonly number[] {
  const points = Array.from(
    { length: 100 },
    (_, i) => launch.medianUnits * Math.exp(TRUTH.units * normalQuantile((i + 0.5) / 100)),
  );
  const demand = thinnedDemand(points);
  const tails = of.map((share) => demandTails(demand, share, stock));
  return splitStock(tails, { stock, packSize: 1, minimumPerVariant: 0 });
}

/** Splits as units sold of the same size, then of the same colour, as a seller with a spreadsheet would. */
function byUnits({ names }: SimulatedLaunch, stock: number, units: ReadonlyMap<string, number>) {
  const along = (part: 0 | 1, name: string) => {
    let total = 0.5;
    for (const [other, each] of units)
      if (other.split(' / ')[part] === name.split(' / ')[part]) total += each;
    return total;
  };
  return inProportion(
    names.map((name) => along(0, name) * along(1, name)),
    stock,
  );
}

/** Splits in proportion, whole units by largest remainders. */
function inProportion(weights: readonly number[], stock: number): readonly number[] {
  const exact = shares(weights).map((share) => share * stock);
  const units = exact.map(Math.floor);
  const byRest = [...exact.keys()].sort((a, b) => exact[b]! - units[b]! - (exact[a]! - units[a]!));
  for (const i of byRest.slice(0, stock - sum(units))) units[i]!++;
  return units;
}
