// npm run bench:trial [-- --kinds hidden-spend,hidden-price] [--seeds 1,2] [--launches 200] [--times 100]
//   [--reach 1.3]
// Calculates what a season would teach whose ad spends or tag prices are multiplied or divided by a factor at random.
// - First, by formula: standard error, posterior deviation, gain of a later season and cost of the season of the trial.
//   --reach: by what ad spends may be multiplied or divided afterwards.
// - Then, in shops whose history misleads: seasons of randomised plans are simulated.
// Exits with 1 where the elasticity that they show differs from the truth beyond chance, or its spread by 20% or more
// from the formula with the model's own residual spread.

import { parseArgs } from 'node:util';
import { armDeviation } from '#core/season/offers/known-arms.ts';
import { launchesToTell, trialNoise } from '#core/season/experiments/response-trial.ts';
import { seededRandom } from '#core/base/random.ts';
import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import { misledShop } from './honesty/misled-history.ts';
import { misleadingWorld, type WorldKind } from './honesty/misleading-world.ts';
import { planShop } from './honesty/plan-shop.ts';
import {
  bestTimes,
  followedPlans,
  randomisedSeason,
  trueElasticity,
  trueProfit,
  type Planned,
  type Randomised,
  type ShownElasticity,
  type TrialOf,
} from './trial/randomised-season.ts';
import {
  SPEND,
  TAG,
  valueOfTrial,
  type Belief,
  type Response,
  type TrialValue,
} from './trial/trial-value.ts';

const { values: given } = parseArgs({
  options: {
    kinds: { type: 'string', default: 'hidden-spend,hidden-price' },
    seeds: { type: 'string', default: '1,2' },
    launches: { type: 'string', default: '200' },
    times: { type: 'string', default: '100' },
    reach: { type: 'string', default: String(SPEND.reach) },
  },
});

const RESPONSES: Readonly<Record<Randomised, Response>> = {
  spend: { ...SPEND, reach: Number(given.reach) },
  tag: TAG,
};
const RANDOMISED = ['spend', 'tag'] as const;
const DEVIATIONS = [0.4, 0.6, 0.8];
const LAUNCHES = [10, 30, 100, 300];
const ERRORS_WITHIN = 0.2;
const CHANCE = 3;

for (const what of RANDOMISED) sayFormulas(what);
const shops: PlannedShop[] = [];
for (const kind of given.kinds.split(',') as WorldKind[])
  for (const seed of given.seeds.split(',').map(Number)) shops.push(await shopOf(kind, seed));
for (const kind of new Set(shops.map((shop) => shop.kind)))
  for (const what of RANDOMISED)
    saySeasons(
      what,
      shops.filter((shop) => shop.kind === kind),
    );

function sayFormulas(what: Randomised): void {
  const response = RESPONSES[what];
  console.log(
    `${what} × or ÷ ${response.factor}: prior ${response.mean} ± ${response.deviation}, then at most × or ÷ ${response.reach}`,
  );
  for (const deviation of DEVIATIONS) {
    const noise = trialNoise(deviation, response.factor);
    const toTell = launchesToTell({ noise, apart: response.mean });
    console.log(`  residual deviation ${deviation}: ${toTell} launches tell it from 0`);
    for (const launches of LAUNCHES) {
      const [whole, half] = [response, halfDoubted(response)].map((own) =>
        valueOfTrial(own, { deviation, launches }),
      );
      const value = ({ gain, cost }: TrialValue) =>
        `gain ${percent(gain)} − cost ${percent(cost)} = ${percent(gain - cost)}`;
      console.log(
        `    ${launches} launches: error ${whole!.error.toFixed(3)}, posterior ± ${whole!.after.toFixed(3)}, ${value(whole!)}; with half the prior deviation ± ${half!.after.toFixed(3)}, ${value(half!)}`,
      );
    }
  }
}

/** Nobody knows how much the elasticities of shops differ; those published differ by method and error too. */
function halfDoubted(response: Response): Response {
  return { ...response, deviation: response.deviation / 2 };
}

interface PlannedShop {
  readonly kind: WorldKind;
  readonly world: TrialOf['world'];
  readonly planned: readonly Planned[];
  /** Residual standard deviation of the model. */
  readonly deviation: number;
}

async function shopOf(kind: WorldKind, seed: number): Promise<PlannedShop> {
  const world = misleadingWorld({ kind, strength: 'full', seed });
  const shop = misledShop(world, Number(given.launches));
  const { model, plans } = await planShop(shop);
  const planned = followedPlans(plans, shop.products);
  return { kind, world, planned, deviation: standardDeviation(model.residuals) };
}

interface SeasonFigures {
  readonly truth: number;
  readonly shown: readonly ShownElasticity[];
  readonly error: number;
  readonly deviation: number;
  /** Loss of the season of the trial, as a share of the plans' true profit; below, gains of a later season. */
  readonly cost: number;
  /** By the prior; by the true elasticity of the shop. */
  readonly prior: number;
  readonly known: number;
  /** By the posterior, beyond the prior: with the prior deviation, and with half of it. */
  readonly gains: readonly number[];
}

function seasonsOf(what: Randomised, { world, planned, deviation }: PlannedShop): SeasonFigures {
  const response = RESPONSES[what];
  const { factor } = response;
  const trial = { world, what, factor };
  const random = seededRandom(world.seed * 7919 + 131);
  const shown = Array.from({ length: Number(given.times) }, () =>
    randomisedSeason(trial, random, planned),
  );
  const truth = trueElasticity(trial, random, planned);
  const noise = trialNoise(deviation, factor);
  const whole = trueProfit(trial, planned, () => 1);
  const share = (timesOf: (each: Planned) => number) =>
    trueProfit(trial, planned, timesOf) / whole - 1;
  const by = (belief: Belief) => share(bestTimes(what, response, belief));
  const gainOf = (prior: Belief) => {
    const after = armDeviation({ between: prior.deviation, noise }, planned.length);
    const trust = 1 - (after / prior.deviation) ** 2;
    const believed = shown.map(({ ofDemand }) => prior.mean + trust * (ofDemand - prior.mean));
    return mean(believed.map((value) => by({ mean: value, deviation: after }))) - by(prior);
  };
  return {
    ...{ shown, truth, deviation },
    error: noise / Math.sqrt(planned.length),
    cost: -mean([share(() => factor), share(() => 1 / factor)]),
    prior: by(response),
    known: by({ mean: truth, deviation: 0 }),
    gains: [response, halfDoubted(response)].map(gainOf),
  };
}

function saySeasons(what: Randomised, own: readonly PlannedShop[]): void {
  const all = own.map((shop) => seasonsOf(what, shop));
  const of = (pick: (figures: SeasonFigures) => number) => mean(all.map(pick));
  const bias = of(({ shown, truth }) => mean(shown.map(({ ofDemand }) => ofDemand)) - truth);
  const spread = of(({ shown }) => standardDeviation(shown.map(({ ofDemand }) => ofDemand)));
  const doubt = spread / Math.sqrt(all.length * Number(given.times));
  const sold = of(({ shown }) => mean(shown.map(({ ofSales }) => ofSales)));
  const error = of((figures) => figures.error);
  const seen = of(({ shown }) => mean(shown.map(({ deviation }) => deviation)));
  console.log(
    `${own[0]!.kind}, ${what}, ${mean(own.map(({ planned }) => planned.length)).toFixed(0)} launches a season`,
  );
  console.log(
    `  truth ${of(({ truth }) => truth).toFixed(3)}, bias ${bias.toFixed(3)} ± ${doubt.toFixed(3)}, from units sold ${sold.toFixed(3)}`,
  );
  console.log(
    `  error ${spread.toFixed(3)}, by the formula ${error.toFixed(3)}; residual deviation ${seen.toFixed(2)}, of the model ${of(({ deviation }) => deviation).toFixed(2)}`,
  );
  const [gain, halfGain] = [0, 1].map((i) => percent(of(({ gains }) => gains[i]!)));
  console.log(
    `  of the plans' profit: trial costs ${percent(of(({ cost }) => cost))}; chosen by the prior ${percent(of(({ prior }) => prior))}, by the truth ${percent(of(({ known }) => known))}; the trial adds ${gain} to the prior, with half its deviation ${halfGain}`,
  );
  judge('no bias beyond chance', Math.abs(bias) <= CHANCE * doubt);
  judge('error within 20% of the formula', Math.abs(spread / error - 1) < ERRORS_WITHIN);
}

function judge(what: string, passes: boolean): void {
  if (!passes) process.exitCode = 1;
  console.log(`  ${what}: ${passes ? 'PASS' : 'FAIL'}`);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
