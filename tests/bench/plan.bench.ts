// npm run bench:plan [-- --seeds 1,2,3] [--launches 2000]
// Measures planning on world a, whose truth is known. It only prints. Needs ../shared/bench. The figures are cells a
// second, what choosing the ad spend earns, and what caution costs and brings.

import { parseArgs } from 'node:util';
import { deriveActionSpace, type ActionSpace } from '#core/model/features/action-space.ts';
import { USUAL_AIM, type Aim, type Attitude } from '#core/planning/plan/aim.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { mean, quantile, sum } from '#core/base/statistics/statistics.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { planProducts } from '#workers/model/plan/plan-products.ts';
import { launchWorld, type LaunchWorld } from './launch-world.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    launches: { type: 'string', default: '2000' },
  },
});

const SIMULATED = 200;
const BAD_CASE = 0.1;

interface Judged {
  readonly expected: number;
  /** 10th percentile of simulated profits, averaged over the products. */
  readonly badCase: number;
}

async function play(seed: number): Promise<void> {
  const world = await launchWorld({ seed, launches: Number(values.launches) });
  const engine = await openNodeEngine();
  const { table, products } = world;
  const model = await fitInNode(table, { engine, settings: { seed, searchSeconds: 0 } });
  const plan = async (space: ActionSpace, aim: Aim) => {
    const onProduct = () => Promise.resolve();
    const started = performance.now();
    const planned = await planProducts({ model, table, products, space, aim, engine, onProduct });
    return { planned, seconds: (performance.now() - started) / 1000 };
  };
  const derived = deriveActionSpace(table, model.encoding.basis, world.space.weeks[0]!);
  const free = { ...derived, channels: world.space.channels };
  await plan(world.space, USUAL_AIM); // warms up shaders and caches
  const { planned: stated, seconds } = await plan(world.space, USUAL_AIM);
  const cells = stated.cellsPerProduct * products.length;
  print(
    seed,
    `${Math.round(cells / seconds).toLocaleString('en')} cells a second (${products.length} × ${stated.cellsPerProduct} in ${seconds.toFixed(2)} s); capture ${world.judge(stated).capture.toFixed(4)}`,
  );
  const { planned: fixed } = await plan({ ...free, adSpends: [] }, USUAL_AIM);
  const { planned: chosen, seconds: freeSeconds } = await plan(free, USUAL_AIM);
  const [usual, best] = [fixed, chosen].map(({ plans }) =>
    sum(plans.map((plan) => world.trueProfit(plan))),
  );
  print(
    seed,
    `ad spend chosen: true expected profit ${change(best!, usual!)} against usual spend (${chosen.cellsPerProduct} cells, ${freeSeconds.toFixed(2)} s)`,
  );
  const first = judge(world, chosen.plans);
  note('expected', first);
  for (const attitude of ['balanced', 'cautious'] as const satisfies Attitude[]) {
    const { planned } = await plan(free, { ...USUAL_AIM, attitude });
    const own = judge(world, planned.plans);
    note(attitude, own);
    print(
      seed,
      `${attitude}: expected profit ${change(own.expected, first.expected)}, tenth percentile ${change(own.badCase, first.badCase)} (${first.badCase.toFixed(1)} → ${own.badCase.toFixed(1)})`,
    );
  }
  engine.dispose();
}

function judge(world: LaunchWorld, plans: readonly LaunchPlan[]): Judged {
  const { leftoverLoss } = USUAL_AIM.stock;
  const profits = plans.map((plan) => world.simulate(plan, { times: SIMULATED, leftoverLoss }));
  return {
    expected: mean(profits.map((own) => mean(own))),
    badCase: mean(profits.map((own) => quantile(own, BAD_CASE))),
  };
}

function note(attitude: Attitude, own: Judged): void {
  judged.set(attitude, [...(judged.get(attitude) ?? []), own]);
}

function change(now: number, before: number): string {
  const percent = (100 * (now - before)) / Math.abs(before);
  return `${percent >= 0 ? '+' : '−'}${Math.abs(percent).toFixed(1)} %`;
}

function print(seed: number, words: string): void {
  console.log(`world a, seed ${seed}: ${words}`);
}

const judged = new Map<Attitude, Judged[]>();
for (const seed of values.seeds.split(',').map(Number)) await play(seed);
const [expected, ...others] = [...judged].map(([attitude, own]) => ({
  attitude,
  expected: mean(own.map((each) => each.expected)),
  badCase: mean(own.map((each) => each.badCase)),
}));
for (const own of others)
  console.log(
    `world a, all seeds: ${own.attitude}: expected profit ${change(own.expected, expected!.expected)}, tenth percentile ${change(own.badCase, expected!.badCase)}`,
  );
