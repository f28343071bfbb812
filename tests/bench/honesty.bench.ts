// npm run bench:honesty [-- --kinds readable,hidden-spend] [--strengths faint,half,full]
//   [--sizes 20,50,100,200,1500,5000] [--seeds 1,2,…,10] [--times 200] [--each]
// Compares what plans promise with what they would bring, in shops whose truth is known and whose history misleads.
// Launches are simulated with each plan's own initial stock. --each prints a line for every seed.
// Exits with 1 where a promise does not hold.

import { parseArgs } from 'node:util';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { demandAt, demandSpread } from '#core/planning/economics/demand.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { verdictsOn } from './honesty/bars.ts';
import { figuresOf, type ShopFigures } from './honesty/figures.ts';
import { judgePlan } from './honesty/judge-plans.ts';
import { misledShop } from './honesty/misled-history.ts';
import {
  misleadingWorld,
  STRENGTHS,
  WORLD_KINDS,
  type Strength,
  type WorldKind,
  type WorldOptions,
} from './honesty/misleading-world.ts';
import { planShop } from './honesty/plan-shop.ts';

const { values: given } = parseArgs({
  options: {
    kinds: { type: 'string', default: WORLD_KINDS.join(',') },
    strengths: { type: 'string', default: Object.keys(STRENGTHS).join(',') },
    sizes: { type: 'string', default: '20,50,100,200,1500,5000' },
    seeds: { type: 'string', default: '1,2,3,4,5,6,7,8,9,10' },
    times: { type: 'string', default: '200' },
    each: { type: 'boolean', default: false },
  },
});
const kinds = given.kinds.split(',') as WorldKind[];
const strengths = given.strengths.split(',') as Strength[];
const sizes = given.sizes.split(',').map(Number);
const seeds = given.seeds.split(',').map(Number);

const failures: string[] = [];
for (const kind of kinds)
  for (const strength of strengths)
    for (const launches of sizes) await playCell({ kind, strength }, launches);
for (const failure of failures) console.log(`FAIL ${failure}`);
console.log(failures.length > 0 ? `${failures.length} promises do not hold` : 'PASS');
process.exitCode = failures.length > 0 ? 1 : 0;

async function playCell(world: Omit<WorldOptions, 'seed'>, launches: number): Promise<void> {
  const shops: ShopFigures[] = [];
  for (const seed of seeds) {
    const shop = await playShop({ ...world, seed }, launches);
    shops.push(shop);
    if (given.each) console.log(`  seed ${seed}: ${told(shop)}`);
  }
  const cell = { ...world, launches, shops };
  console.log(
    `${world.kind}, ${world.strength}, ${launches} launches: ${told(figuresOfAll(shops))}`,
  );
  failures.push(...verdictsOn(cell));
}

async function playShop(options: WorldOptions, launches: number): Promise<ShopFigures> {
  const world = misleadingWorld(options);
  const shop = misledShop(world, launches);
  const { model, plans } = await planShop(shop);
  const spread = demandSpread(model.residuals, model.rangeWidth);
  const judged = plans.map((plan) =>
    judgePlan(
      plan,
      shop.products.find(({ id }) => id === plan.product.id)!,
      {
        world,
        leftoverLoss: USUAL_AIM.stock.leftoverLoss,
        times: Number(given.times),
        nineInTen: (expected) => [
          demandAt(spread, Math.log1p(expected), 0.05),
          demandAt(spread, Math.log1p(expected), 0.95),
        ],
      },
    ),
  );
  return figuresOf(judged, shop.table);
}

/** Returns the means over the shops. */
function figuresOfAll(shops: readonly ShopFigures[]): ShopFigures {
  const names = Object.keys(shops[0]!) as (keyof ShopFigures)[];
  return Object.fromEntries(
    names.map((name) => [name, mean(shops.map((shop) => shop[name]))]),
  ) as unknown as ShopFigures;
}

function told(figures: ShopFigures): string {
  const share = (value: number) => value.toFixed(2).replace(/^0/, '');
  const money = (value: number) => `${(value / 1000).toFixed(1)} k`;
  return [
    `profit ${money(figures.promised)} → ${money(figures.earned)}`,
    `gain ${money(figures.gainPromised)} → ${money(figures.gainTrue)} (habit ${money(figures.habit)})`,
    `in 50/80/90 % of units ${share(figures.in50)} ${share(figures.in80)} ${share(figures.in90)}, of profit ${share(figures.profitIn50)} ${share(figures.profitIn80)}`,
    `loss ${share(figures.lossTold)} → ${share(figures.lossTrue)}`,
    `launched ${share(figures.launched)}, spend × ${figures.spendTimes.toFixed(2)}, tag ${figures.tag.toFixed(2)}, commonest channel ${share(figures.commonestChannel)}, of December elsewhere ${figures.outOfSeason.toFixed(1)}`,
  ].join('; ');
}
