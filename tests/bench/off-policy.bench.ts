// npm run bench:off-policy [-- --replications 200] [--hidden 60] [--learnt 880] [--logged 1120] [--judging 2000]
//   [--seed 501]
// Checks whether the off-policy evaluation ("If you had followed the plan") can be believed.
// - In worlds with a known truth, propensities are estimated as in the app. The merchandiser's channel and promotion
//   depend on each other, season, price and spend. Measures the coverage of 90% intervals and the error of each
//   estimator.
// - Some merchandisers know more of a product than its columns show. Measures whether the bound covers the truth, and
//   how often a verdict is wrong.
// - On the Open Bandit log, checks whether intervals from randomly shown items cover what another policy really earned.
// Exits with 1 where
// - the doubly robust interval covers the truth in fewer than 85% or more than 95% of worlds,
// - its root mean squared error is above that of IPS or SNIPS,
// - a bound covers the truth in fewer than 90% of worlds, or more than 10% of verdicts are wrong, or
// - an interval of Open Bandit misses.
// Parts without ../shared/bench or ../shared/data/open-bandit are skipped.

import { parseArgs } from 'node:util';
import {
  policyValues,
  sumsOf,
  ESTIMATORS,
  type EstimatorName,
} from '#core/evaluation/off-policy/estimators.ts';
import {
  bootstrapErrors,
  intervalAround,
  type Interval,
} from '#core/evaluation/off-policy/intervals.ts';
import { launchTerms, weightCeiling } from '#core/evaluation/off-policy/launch-terms.ts';
import { LEAST_EFFECTIVE_SIZE } from '#core/evaluation/off-policy/policy-verdict.ts';
import { TEMPERATURE } from '#core/evaluation/off-policy/softmax-policy.ts';
import { seededRandom } from '#core/base/random.ts';
import { effectiveSize, mean, median } from '#core/base/statistics/statistics.ts';
import { hasWorld, openWorlds } from './off-policy/merchandiser-log.ts';
import { replicate, type Judged, type Replication } from './off-policy/merchandiser-worlds.ts';
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
    hidden: { type: 'string', default: '60' },
    learnt: { type: 'string', default: '880' },
    logged: { type: 'string', default: '1120' },
    judging: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '501' },
  },
});
const HELD = { least: 0.85, most: 0.95 };
const BOUND_HELD = 0.9;
const MOST_WRONG = 0.1;
/** How many times as likely one standard deviation of hidden quality makes the choices that sell better. */
const HIDDEN_ODDS = [1.5, 2, 3];

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
  const hiddenCount = Number(given.hidden);
  const all = Array.from({ length: Number(given.replications) }, (_, k) => {
    const odds = k < hiddenCount ? [1, ...HIDDEN_ODDS] : [1];
    const habits = odds.map((hiddenOdds) => ({ hiddenOdds }));
    return replicate(worlds, Number(given.seed) + k, { habits, sizes });
  });
  console.log(
    `${sizes.learnt} launches learnt from, ${sizes.logged} logged, temperature ${TEMPERATURE}`,
  );
  judgeOpenly(all.map(([open]) => open!));
  HIDDEN_ODDS.forEach((odds, k) =>
    judgeHidden(
      odds,
      all.slice(0, hiddenCount).map((each) => each[1 + k]!),
    ),
  );
}

/** Judges worlds in which the merchandiser knows no more than the columns show. */
function judgeOpenly(replications: readonly Replication[]): void {
  const all = replications.map(({ estimated }) => estimated);
  console.log(`${all.length} worlds in which choices follow from the columns: ${countedIn(all)}`);
  tellEstimators(all);
  tellBySize(all);
  const known = replications.map((each) => each.known);
  console.log(
    `  by the merchandiser's own chances: ${percent(heldShare(known, 'dr'))}, rms ` +
      `${errorsOf(known, 'dr', 'gains').rmse}; bound, which allows for what is not there: ${boundTold(replications)}`,
  );
  const held = heldShare(all, 'dr');
  if (held < HELD.least || held > HELD.most)
    failures.push(`dr's 90 % interval holds in ${percent(held)}`);
  for (const kind of ['values', 'gains'] as const) {
    const rmse = (name: EstimatorName) => errorsOf(all, name, kind).rmse;
    if (rmse('dr') > Math.min(rmse('ips'), rmse('snips')))
      failures.push(`dr misses the true ${kind} by more than weighting alone`);
  }
}

function judgeHidden(odds: number, replications: readonly Replication[]): void {
  if (replications.length === 0) return;
  const all = replications.map(({ estimated }) => estimated);
  const { bias } = errorsOf(all, 'dr', 'gains');
  console.log(
    `${all.length} worlds in which hidden quality makes a choice ${odds} times as likely: ${countedIn(all)}\n` +
      `  dr: bias ${bias}, 90 % interval as if nothing were hidden ${percent(heldShare(all, 'dr'))}; ` +
      `bound: ${boundTold(replications)}`,
  );
  const held = boundHeld(replications);
  if (held < BOUND_HELD) failures.push(`hidden ${odds}: the bound holds in ${percent(held)}`);
  const wrong = mean(replications.map((each) => (isWrong(each) ? 1 : 0)));
  if (wrong > MOST_WRONG) failures.push(`hidden ${odds}: ${percent(wrong)} of verdicts are wrong`);
}

function countedIn(all: readonly Judged[]): string {
  const sizes = all.map(({ effective }) => effective);
  return (
    `${rounded(mean(sizes))} launches count (${rounded(Math.min(...sizes))} at least); ` +
    `true gain ${rounded(mean(all.map(({ trueGain }) => trueGain)))} a launch`
  );
}

function boundTold(replications: readonly Replication[]): string {
  const odds = replications.map((each) => each.odds);
  const verdicts = (verdict: string) =>
    percent(mean(replications.map((each) => (each.estimated.verdict === verdict ? 1 : 0))));
  return (
    `holds in ${percent(boundHeld(replications))} at odds of ${median(odds).toFixed(2)} ` +
    `(${Math.min(...odds).toFixed(2)}–${Math.max(...odds).toFixed(2)}), ` +
    `better ${verdicts('better')}, worse ${verdicts('worse')}, open for what is hidden ${verdicts('hidden')}, ` +
    `for chance ${verdicts('unclear')}`
  );
}

function boundHeld(replications: readonly Replication[]): number {
  return mean(
    replications.map(({ estimated: { bound, trueGain } }) => (holds(bound, trueGain) ? 1 : 0)),
  );
}

function isWrong({ estimated: { verdict, trueGain } }: Replication): boolean {
  return (verdict === 'better' && trueGain < 0) || (verdict === 'worse' && trueGain > 0);
}

function tellEstimators(all: readonly Judged[]): void {
  console.table(
    Object.fromEntries(
      ESTIMATORS.map((name) => [
        name,
        { ...errorsOf(all, name, 'gains'), 'held by 90 %': percent(heldShare(all, name)) },
      ]),
    ),
  );
}

function errorsOf(all: readonly Judged[], name: EstimatorName, kind: 'values' | 'gains') {
  const missed = all.map((each) =>
    kind === 'gains' ? each.gains[name] - each.trueGain : each.values[name] - each.trueValue,
  );
  return { bias: rounded(mean(missed)), rmse: rounded(Math.sqrt(mean(missed.map((m) => m * m)))) };
}

/** Prints coverage by effective sample size, the basis of `LEAST_EFFECTIVE_SIZE`. */
function tellBySize(all: readonly Judged[]): void {
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

function heldShare(all: readonly Judged[], name: EstimatorName): number {
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
