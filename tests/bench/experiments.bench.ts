// npm run bench:experiments [-- --shops 150] [--seeds 1,2,3,4,5,6] [--launches 150] [--share 0.1] [--later 2]
//   [--learner ridges|whole]
// Compares three seasons of shops of world a, with and without trial launches in the first season. Without them, every
// launch goes where the season earns most. Products, limits and luck are the same.
// - First, shops that know all but what channels do in each category, so that only what trials taught differs. Exits
//   with 1 where their second and third season earn less because of the trials.
// - Then, shops that learn everything from their launches, as the app does. One launch more or less moves profit by a
//   tenth, so it exits with 1 only where they earn less beyond chance, by more than two standard errors.
// Skipped without ../shared/bench.

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Exploration } from '#core/season/experiments/choose-experiments.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { liveKnowing } from './experiments/known-but-channels.ts';
import type { Life } from './experiments/life.ts';
import { liveLearning } from './experiments/shop-life.ts';
import { launchWorld } from './launch-world.ts';

const { values: given } = parseArgs({
  options: {
    shops: { type: 'string', default: '150' },
    seeds: { type: 'string', default: '1,2,3,4,5,6' },
    launches: { type: 'string', default: '150' },
    share: { type: 'string', default: '0.1' },
    later: { type: 'string', default: '2' },
    learner: { type: 'string', default: 'ridges' },
  },
});

const exploration: Exploration = {
  share: Number(given.share),
  laterSeasons: Number(given.later),
};
const launches = Number(given.launches);
const KNOWING_PRODUCTS = 50;
const LEARNING = { products: 100, judged: 1 };
const CHANCE = 2;

interface Pair {
  readonly greedy: Life;
  readonly exploring: Life;
}

if (existsSync(new URL('../../../shared/bench/launch-world.mjs', import.meta.url))) await run();
else console.log('bench:experiments: skipped, or ../shared/bench is not here');

async function run(): Promise<void> {
  const knowing: Pair[] = [];
  for (let seed = 1; seed <= Number(given.shops); seed++) {
    const world = await launchWorld({ seed, launches, fresh: 3 * KNOWING_PRODUCTS });
    const shop = { world, seed, productsASeason: KNOWING_PRODUCTS };
    knowing.push({
      greedy: liveKnowing(shop, null),
      exploring: liveKnowing(shop, exploration),
    });
  }
  console.log(`${knowing.length} shops that know all but their channels`);
  judge('  later seasons earn no less', say(knowing).gain >= 0);

  const learning: Pair[] = [];
  const engine = await openNodeEngine();
  const learner = given.learner === 'whole' ? 'whole' : 'ridges';
  for (const seed of given.seeds.split(',').filter(Boolean).map(Number)) {
    const fresh = (3 + LEARNING.judged) * LEARNING.products;
    const world = await launchWorld({ seed, launches, fresh });
    const shop = { world, seed, engine, learner, ...LEARNING } as const;
    const [greedy, exploring] = await liveLearning(shop, [null, exploration]);
    learning.push({ greedy: greedy!, exploring: exploring! });
    console.log(
      `  shop ${seed}: ${listed(greedy!)} without, ${listed(exploring!)} with ${exploring!.experiments} experiments`,
    );
  }
  engine.dispose();
  if (learning.length === 0) return;
  console.log(`${learning.length} shops that learn everything from their launches`);
  const { gain, error } = say(learning);
  judge('  later seasons earn no less beyond chance', gain >= -CHANCE * error);
}

function say(pairs: readonly Pair[]): { readonly gain: number; readonly error: number } {
  const later = ({ profits }: Life) => sum(profits.slice(1));
  const gains = pairs.map(({ greedy, exploring }) => later(exploring) - later(greedy));
  const costs = pairs.map(({ greedy, exploring }) => greedy.profits[0]! - exploring.profits[0]!);
  const planned = mean(pairs.map(({ exploring }) => exploring.plannedCost));
  const count = mean(pairs.map(({ exploring }) => exploring.experiments));
  const first = mean(pairs.map(({ greedy }) => greedy.profits[0]!));
  const whole = mean(pairs.map(({ greedy }) => later(greedy)));
  console.log(
    `  ${count.toFixed(1)} experiments cost the first season ${withError(costs)} of ${first.toFixed(0)}, ${planned.toFixed(0)} as planned`,
  );
  console.log(
    `  the second and third season earn ${withError(gains)} more, of ${whole.toFixed(0)}`,
  );
  return { gain: mean(gains), error: errorOf(gains) };
}

function listed({ profits }: Life): string {
  return profits.map((profit) => profit.toFixed(0)).join(', ');
}

/** Returns the standard error of the mean. */
function errorOf(values: readonly number[]): number {
  const middle = mean(values);
  const squares = sum(values.map((value) => (value - middle) ** 2));
  return Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
}

function withError(values: readonly number[]): string {
  return `${mean(values).toFixed(0)} ± ${errorOf(values).toFixed(0)}`;
}

function judge(what: string, passes: boolean): void {
  if (!passes) process.exitCode = 1;
  console.log(`${what}: ${passes ? 'PASS' : 'FAIL'}`);
}
