// npm run bench:two-years [-- --seeds 1,2,3,4,5,6] [--products 150]
// Replays two years of shops whose truth is known: plans, results and retraining. Exits with 1 where
// - over all shops, promised and actual coverage differ by more than 5 percentage points,
// - in any shop, the gain over the baseline policy is not larger in the second year than in the first, or
// - retraining lowers the second year's gain in any shop, or does not raise it on average.

import { parseArgs } from 'node:util';
import { sum } from '#core/base/statistics/statistics.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { emptyDatabase } from '../support/database.ts';
import { liveTwoYears, type TwoYears } from '../support/two-years.ts';

const { values: given } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3,4,5,6' },
    products: { type: 'string', default: '150' },
  },
});

const MOST_POINTS = 0.05;
const lives: TwoYears[] = [];
for (const seed of given.seeds.split(',').map(Number)) {
  await emptyDatabase();
  const engine = await openNodeEngine();
  const life = await liveTwoYears({ seed, productsAYear: Number(given.products), engine });
  engine.dispose();
  lives.push(life);
  const ranges = life.coverage.map(
    ({ promised, inside, count }) => `${percent(inside / count)} of ${percent(promised)} promised`,
  );
  const [first, second] = life.value.map((value) => value.toFixed(0));
  console.log(
    `shop ${seed}: ${ranges.join(', ')}; beyond habit ${first}, then ${second}` +
      ` (${life.valueWithoutLearning.toFixed(0)} without learning again)`,
  );
}

for (const [i, { promisedFraction }] of lives[0]!.coverage.entries()) {
  const all = lives.map(({ coverage }) => coverage[i]!);
  const count = sum(all.map((range) => range.count));
  const reached = sum(all.map(({ inside }) => inside)) / count;
  const promised = sum(all.map((range) => range.promised * range.count)) / count;
  const isKept = Math.abs(reached - promised) <= MOST_POINTS;
  judge(
    `ranges of ${percent(promisedFraction)}: ${percent(reached)} of ${percent(promised)}`,
    isKept,
  );
}
judge(
  'the second year is worth more than the first, in every shop',
  lives.every(({ value }) => value[1]! > value[0]!),
);
judge(
  'and never less than without learning again, on average more',
  lives.every(({ value, valueWithoutLearning }) => value[1]! >= valueWithoutLearning) &&
    sum(lives.map(({ value, valueWithoutLearning }) => value[1]! - valueWithoutLearning)) > 0,
);

function judge(what: string, passes: boolean): void {
  if (!passes) process.exitCode = 1;
  console.log(`${what}: ${passes ? 'PASS' : 'FAIL'}`);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
