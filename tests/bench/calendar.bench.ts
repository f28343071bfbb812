// npm run bench:calendar [-- --seeds 1,2,3] [--launches 2000] [--products 50] [--weeks 26]
// Measures what calendars would really earn in world a, whose truth is known. Skipped without ../shared/bench. The
// limits bind: three launches a week, two closed weeks, and 60% of the ad spend and stock wanted without limits.
// Capture: 0 is the baseline policy within the limits, 1 is the best calendar that the truth allows.
// Exits with 1 where a calendar
// - keeps less than nine tenths of the capture without limits,
// - earns less than 5% more than a greedy calendar of the same offers, or
// - has an optimality gap above 2% after ten seconds.

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { greedySeason } from '#core/season/problem/greedy-season.ts';
import { placementsOf } from '#core/season/calendar/placements.ts';
import { gapOf } from '#core/season/offers/season-calendar.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { seasonProblem } from '#core/season/problem/season-problem.ts';
import type { SeasonSolution } from '#core/season/problem/season-solution.ts';
import { seasonUse } from '#core/season/problem/season-value.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { solveSeason } from '#workers/season/solve-season.ts';
import { openSolver } from '#workers/season/solver.ts';
import { habitSeason, launchesOf } from './calendar/launches-of-season.ts';
import { SeasonTruth } from './calendar/season-truth.ts';
import { learnWorld, type LearntWorld } from './calendar/world-offers.ts';

const { values: given } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    launches: { type: 'string', default: '2000' },
    products: { type: 'string', default: '50' },
    weeks: { type: 'string', default: '26' },
  },
});

const SECONDS = 10;
const MOST_GAP = 0.02;
const KEPT_SHARE = 0.9;
const GAIN_OVER_GREEDY = 0.05;
const BUDGET_SHARE = 0.6;
const HABITS = 40;

if (existsSync(new URL('../../../shared/bench/launch-world.mjs', import.meta.url))) await run();
else console.log('bench:calendar: skipped, or ../shared/bench is not here');

async function run(): Promise<void> {
  const solver = await openSolver();
  const solve = async (offers: SeasonOffers, limits: SeasonLimits): Promise<SeasonSolution> => {
    const outcome = await solveSeason(
      {
        ...{ offers, limits, start: null, gap: MOST_GAP / 4, seconds: SECONDS },
        now: () => performance.now(),
        onBetter: () => undefined,
        pause: () => Promise.resolve(),
      },
      () => Promise.resolve(solver),
    );
    if (outcome.kind !== 'solved') throw new Error('expected a calendar, got a clash');
    return outcome.solution;
  };
  for (const seed of given.seeds.split(',').map(Number)) {
    const learnt = await learnWorld({
      seed,
      launches: Number(given.launches),
      products: Number(given.products),
    });
    await playWorld(learnt, { seed, solve });
  }
}

interface Play {
  readonly seed: number;
  readonly solve: (offers: SeasonOffers, limits: SeasonLimits) => Promise<SeasonSolution>;
}

async function playWorld({ world, products, offers }: LearntWorld, { seed, solve }: Play) {
  const truth = new SeasonTruth(world);
  const known = truth.offers(offers, products);
  const free = { ...usualLimits(offers.weeks[0]!), weekCount: Number(given.weeks) };
  const year = { ...free, weekCount: offers.weeks.length };
  const limits = bindingLimits(offers, free);
  const earned = (from: SeasonOffers, { placements }: Pick<SeasonSolution, 'placements'>) =>
    truth.earned(launchesOf(from, products, placements));
  const habit = (within: SeasonLimits) =>
    mean(
      Array.from({ length: HABITS }, (_, i) =>
        truth.earned(habitSeason(offers, products, { limits: within, seed: 100 * seed + i })),
      ),
    );

  const alone = { ...offers, pairs: [] };
  const unlimited = captured(
    earned(alone, await solve(alone, year)),
    habit(year),
    earned(known, await solve(known, year)),
  );
  const startedAt = performance.now();
  const solution = await solve(offers, limits);
  const seconds = (performance.now() - startedAt) / 1000;
  const calendar = earned(offers, solution);
  const best = await solve(known, limits);
  const limited = captured(calendar, habit(limits), earned(known, best));
  const problem = seasonProblem(offers, limits);
  const greedy = earned(offers, { placements: placementsOf(problem, greedySeason(problem)!) });
  const gap = gapOf(solution)!;
  console.log(
    `world a seed ${seed}: capture ${unlimited.toFixed(3)} without limits, ${limited.toFixed(3)} within;` +
      ` true profit ${calendar.toFixed(0)}, of the best ${(calendar / earned(known, best)).toFixed(3)},` +
      ` greedy ${greedy.toFixed(0)}; gap ${(100 * gap).toFixed(2)} % after ${seconds.toFixed(1)} s;` +
      ` ${solution.placements.length} of ${products.length} launched`,
  );
  judge(`keeps ${(limited / unlimited).toFixed(3)} of it`, limited >= KEPT_SHARE * unlimited);
  judge(
    `earns ${(100 * (calendar / greedy - 1)).toFixed(1)} % more than greedy`,
    calendar >= (1 + GAIN_OVER_GREEDY) * greedy,
  );
  judge('is near its bound', gap <= MOST_GAP);
}

/** Returns limits that bind: budgets are shares of what the same products would take without limits. */
function bindingLimits(offers: SeasonOffers, free: SeasonLimits): SeasonLimits {
  const problem = seasonProblem(offers, free);
  const use = seasonUse(problem, greedySeason(problem)!);
  return {
    ...free,
    mostPerWeek: 3,
    adBudget: BUDGET_SHARE * use.adSpendTotal,
    stockBudget: BUDGET_SHARE * use.stockCost,
    closedWeeks: [offers.weeks[6]!, offers.weeks[7]!],
  };
}

function captured(earned: number, habit: number, best: number): number {
  return (earned - habit) / (best - habit);
}

function judge(what: string, passes: boolean): void {
  if (!passes) process.exitCode = 1;
  console.log(`  ${what}: ${passes ? 'PASS' : 'FAIL'}`);
}
