// How well the return rate of later launches is foreseen: in shops whose true rates are known, and in the clothing
// table, where "not recommended" stands for "came back".

import { betaQuantile } from '#core/base/statistics/beta-distribution.ts';
import { fitReturnRates } from '#core/model/return-rates/fit-return-rates.ts';
import { rateBelief } from '#core/model/return-rates/expect-rate.ts';
import { coveredShare } from '#core/model/return-rates/later-check.ts';
import type { RateLaunch } from '#core/model/return-rates/rate-launch.ts';
import { clothingRates } from './clothing-rates.ts';
import {
  addError,
  addErrors,
  lossOf,
  meanRates,
  noErrors,
  wapeOf,
  type RateErrors,
} from './rate-errors.ts';
import { returnWorld, WORLDS, type ReturnWorld, type World } from './return-world.ts';
import { ridgeRates } from './ridge-today.ts';

/** Launches of a shop, and how many shops of that size are drawn. */
const SIZES = [
  { launches: 60, shops: 40 },
  { launches: 150, shops: 16 },
  { launches: 400, shops: 6 },
  { launches: 1_000, shops: 4 },
  { launches: 2_000, shops: 3 },
];
const LATER_SHARE = 0.2;
const LEAST_GAIN = 0.2;
const MOST_LOSS = 0.01;
const COVERAGE = { least: 0.76, most: 0.84 };

interface Figures {
  readonly ours: RateErrors;
  readonly category: RateErrors;
  readonly ridge: RateErrors;
  /** What nobody can know better: the true mean of products that are alike. */
  readonly floor: RateErrors;
  readonly covered: { true: number; seen: number; launches: number };
}

/** Prints the figures of the part and returns the targets that it missed. */
export async function rates(seed: number): Promise<readonly string[]> {
  const missed = WORLDS.flatMap((world) => simulated(world, seed));
  return Promise.resolve([...missed, ...clothingRates()]);
}

function simulated(world: World, seed: number): string[] {
  const all = noFigures();
  for (const { launches, shops } of SIZES) {
    const figures = noFigures();
    for (let shop = 0; shop < shops; shop++) {
      const drawn = returnWorld(world, launches, seed * 10_000 + launches + shop * 7_919);
      judge(drawn, figures);
    }
    show(`${world}, ${launches} launches`, figures);
    addFigures(all, figures);
  }
  show(`${world}, all`, all);
  return missedIn(world, all);
}

function judge({ table, rates: truth, expected }: ReturnWorld, sums: Figures): void {
  const launches = launchesOf(table);
  const cut = Math.round((1 - LATER_SHARE) * launches.length);
  const earlier = launches.slice(0, cut);
  const model = fitReturnRates(earlier)!;
  const believe = rateBelief(model);
  const mean = meanRates(earlier, ({ product }) => product.category);
  const ridge = ridgeRates(table, cut);
  launches.slice(cut).forEach((launch, i) => {
    const rate = truth[cut + i]!;
    const belief = believe(launch.product);
    const add = (errors: RateErrors, given: number): void => {
      addError(errors, launch, { rate, expected: given });
    };
    add(sums.ours, belief.a / (belief.a + belief.b));
    add(sums.category, mean(launch));
    add(sums.ridge, ridge ? ridge[i]! : mean(launch));
    add(sums.floor, expected[cut + i]!);
    const isIn = rate >= betaQuantile(belief, 0.1) && rate <= betaQuantile(belief, 0.9);
    sums.covered.true += isIn ? 1 : 0;
    sums.covered.seen += coveredShare(belief, launch);
    sums.covered.launches += 1;
  });
}

function launchesOf(table: ReturnWorld['table']): RateLaunch[] {
  return table.title.map((title, row) => ({
    product: {
      title,
      category: table.category[row]!,
      brand: table.brand[row]!,
      listPrice: table.listPrice[row]!,
      attributes: { material: table.attributes.material![row]! },
    },
    returned: table.returns[row]!,
    sold: table.units[row]!,
  }));
}

function noFigures(): Figures {
  return {
    ...{ ours: noErrors(), category: noErrors(), ridge: noErrors(), floor: noErrors() },
    covered: { true: 0, seen: 0, launches: 0 },
  };
}

function addFigures(all: Figures, { covered, ...errors }: Figures): void {
  for (const way of ['ours', 'category', 'ridge', 'floor'] as const)
    addErrors(all[way], errors[way]);
  for (const kind of ['true', 'seen', 'launches'] as const) all.covered[kind] += covered[kind];
}

function show(name: string, { ours, category, ridge, floor, covered }: Figures): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  const wapes = [ours, category, ridge, floor].map((errors) => percent(wapeOf(errors)));
  const losses = [ours, category, ridge, floor].map((errors) => lossOf(errors).toFixed(4));
  console.log(
    `${name}: WAPE ${wapes.join(' / ')}, log loss ${losses.join(' / ')} (ours / category / ridge / floor), ` +
      `below category ${percent(1 - wapeOf(ours) / wapeOf(category))}, ` +
      `80% ranges hold ${percent(covered.true / covered.launches)} true, ` +
      `${percent(covered.seen / covered.launches)} seen`,
  );
}

function missedIn(world: World, { ours, category, ridge, covered }: Figures): string[] {
  const gain = 1 - wapeOf(ours) / wapeOf(category);
  const least = world === 'none' ? -MOST_LOSS : LEAST_GAIN;
  const outside = (['true', 'seen'] as const).filter((kind) => {
    const share = covered[kind] / covered.launches;
    return share < COVERAGE.least || share > COVERAGE.most;
  });
  return [
    ...(gain < least ? [`${world}: error ${gain} below the category mean's, not ${least}`] : []),
    ...(lossOf(ours) > lossOf(category) * (1 + MOST_LOSS) ? [`${world}: log loss`] : []),
    ...(wapeOf(ours) > wapeOf(ridge) ? [`${world}: ridge alone is better`] : []),
    ...outside.map((kind) => `${world}: the 80% range of the ${kind} rate`),
  ];
}
