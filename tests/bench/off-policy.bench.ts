// npm run bench:off-policy [-- --replications 200] [--learnt 880] [--logged 1120]: whether "had you followed the plan" can be believed.
// In worlds whose truth and whose chances are known: how often 90 % intervals hold the truth, and what each estimator misses by. On the
// Open Bandit log: whether what is told from items shown at random holds what another policy really earned.
// Exits with 1 where the doubly robust interval holds in fewer than 85 % or more than 95 %, where its squared error is more than the
// smaller of both kinds of weighting alone, or where an interval of Open Bandit misses.

import { parseArgs } from 'node:util';
import {
  policyValues,
  sumsOf,
  ESTIMATORS,
  type EstimatorName,
} from '#core/off-policy/estimators.ts';
import { bootstrapErrors, intervalAround, type Interval } from '#core/off-policy/intervals.ts';
import { effectiveSize, launchTerms, weightCeiling } from '#core/off-policy/launch-terms.ts';
import { LEAST_EFFECTIVE_SIZE } from '#core/off-policy/verdict.ts';
import { TEMPERATURE } from '#core/off-policy/softened.ts';
import { seededRandom } from '#core/random.ts';
import { mean, median } from '#core/statistics.ts';
import { hasWorld, openWorlds } from './off-policy/merchandiser-log.ts';
import { replicate, type Replication } from './off-policy/merchandiser-worlds.ts';
import {
  frequencies,
  hasOpenBandit,
  loggedShows,
  readShown,
  type Campaign,
} from './off-policy/open-bandit.ts';

const { values: given } = parseArgs({
  options: {
    replications: { type: 'string', default: '200' },
    learnt: { type: 'string', default: '880' },
    logged: { type: 'string', default: '1120' },
    judging: { type: 'string', default: '6000' },
  },
});
const HELD = { least: 0.85, most: 0.95 };
const FIRST_SEED = 501;

const failures: string[] = [];
if (hasWorld) await judgeWorlds();
else console.log('skipped: the worlds of ../shared/bench are not there');
if (hasOpenBandit) (['men', 'women'] as const).forEach(judgeCampaign);
else console.log('skipped: ../shared/data/open-bandit is not there');
for (const failure of failures) console.error(`failed: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

async function judgeWorlds(): Promise<void> {
  const worlds = await openWorlds();
  const sizes = {
    learnt: Number(given.learnt),
    logged: Number(given.logged),
    judging: Number(given.judging),
  };
  const all = Array.from({ length: Number(given.replications) }, (_, k) =>
    replicate(worlds, FIRST_SEED + k, sizes),
  );
  console.log(
    `${all.length} worlds, ${sizes.learnt} launches learnt from, ${sizes.logged} logged, ` +
      `temperature ${TEMPERATURE}: ${rounded(mean(all.map(({ effective }) => effective)))} launches count ` +
      `(${rounded(Math.min(...all.map(({ effective }) => effective)))} at least); ` +
      `true gain ${rounded(mean(all.map(({ trueGain }) => trueGain)))} a launch`,
  );
  console.table(
    Object.fromEntries(
      ESTIMATORS.map((name) => [
        name,
        { ...errorsOf(all, name, 'gains'), 'held by 90 %': percent(heldShare(all, name)) },
      ]),
    ),
  );
  tellBySize(all);
  const held = heldShare(all, 'dr');
  if (held < HELD.least || held > HELD.most)
    failures.push(`dr's 90 % interval holds in ${percent(held)}`);
  for (const kind of ['values', 'gains'] as const) {
    const rmse = (name: EstimatorName) => errorsOf(all, name, kind).rmse;
    if (rmse('dr') > Math.min(rmse('ips'), rmse('snips')))
      failures.push(`dr misses the true ${kind} by more than weighting alone`);
  }
}

function errorsOf(all: readonly Replication[], name: EstimatorName, kind: 'values' | 'gains') {
  const missed = all.map((each) =>
    kind === 'gains' ? each.gains[name] - each.trueGain : each.values[name] - each.trueValue,
  );
  return { bias: rounded(mean(missed)), rmse: rounded(Math.sqrt(mean(missed.map((m) => m * m)))) };
}

/** Where the least effective size comes from. */
function tellBySize(all: readonly Replication[]): void {
  const middle = median(all.map(({ effective }) => effective));
  for (const [label, matches] of [
    [`under ${LEAST_EFFECTIVE_SIZE}`, (size: number) => size < LEAST_EFFECTIVE_SIZE],
    [`up to ${rounded(middle)}`, (size: number) => size >= LEAST_EFFECTIVE_SIZE && size <= middle],
    [`above`, (size: number) => size > middle],
  ] as const) {
    const some = all.filter(({ effective }) => matches(effective));
    if (some.length > 0)
      console.log(
        `  launches that count ${label}: ${percent(heldShare(some, 'dr'))} of ${some.length}`,
      );
  }
}

function heldShare(all: readonly Replication[], name: EstimatorName): number {
  return mean(all.map((each) => (holds(each.intervals[name], each.trueGain) ? 1 : 0)));
}

function judgeCampaign(campaign: Campaign): void {
  const shown = readShown('random', campaign);
  const other = readShown('bts', campaign);
  const items = 1 + Math.max(...shown.map(({ item }) => item), ...other.map(({ item }) => item));
  const log = loggedShows(shown, items);
  const policy = frequencies(other, items);
  const chances = Float64Array.from(shown.flatMap(({ position }) => [...policy.get(position)!]));
  const terms = launchTerms(log, chances);
  const values = policyValues(sumsOf(terms));
  const errors = bootstrapErrors(terms, policyValues, { random: seededRandom(1) });
  const onPolicy = mean(other.map(({ click }) => click));
  console.log(
    `Open Bandit, ${campaign}: ${shown.length} shown at random, clicked ${fine(mean(log.reward))}; ` +
      `${rounded(effectiveSize(terms.weight))} count, weights clipped at ${weightCeiling(log.count)}; ` +
      `the other policy's own clicks ${fine(onPolicy)}`,
  );
  for (const name of ESTIMATORS) {
    const interval = intervalAround(values[name], errors[name], 'wide');
    console.log(
      `  ${name}: ${fine(values[name])}, 90 % ${fine(interval.low)} to ${fine(interval.high)}`,
    );
    if (name !== 'direct' && !holds(interval, onPolicy))
      failures.push(`Open Bandit, ${campaign}: ${name} misses ${fine(onPolicy)}`);
  }
}

function holds({ low, high }: Interval, value: number): boolean {
  return low <= value && value <= high;
}

function rounded(value: number): number {
  return Number(value.toFixed(1));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function fine(share: number): string {
  return `${(100 * share).toFixed(3)} %`;
}
