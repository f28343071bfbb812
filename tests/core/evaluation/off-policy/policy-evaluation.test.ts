import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '#core/evaluation/off-policy/policy-evaluation.ts';
import { softmaxPolicy } from '#core/evaluation/off-policy/softmax-policy.ts';
import { LEAST_EFFECTIVE_SIZE, policyVerdict } from '#core/evaluation/off-policy/policy-verdict.ts';
import { seededRandom } from '#core/base/random.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import { loggedLaunches, type LoggedLaunch } from '../../../support/logged-launches.ts';

/** What three actions really bring on average, of two kinds of products; the model knows it but for a mistake that all share. */
const TRUTH = [
  [10, 30, 50],
  [60, 40, 20],
] as const;
const CHANCES = [
  [0.5, 0.3, 0.2],
  [0.2, 0.3, 0.5],
] as const;

function launchesByHabit(count: number, mistake: number, noise = 20): LoggedLaunch[] {
  const random = seededRandom(9);
  return Array.from({ length: count }, (_, i) => {
    const kind = i % 2;
    const chances = CHANCES[kind]!;
    const drawn = random();
    const taken = drawn < chances[0] ? 0 : drawn < chances[0] + chances[1] ? 1 : 2;
    const reward = TRUTH[kind]![taken] + noise * (random() - 0.5);
    return { taken, reward, chances, expected: TRUTH[kind]!.map((value) => value + mistake) };
  });
}

function trueGain(log: ReturnType<typeof loggedLaunches>): number {
  const policy = softmaxPolicy(log);
  const under = (chance: (i: number, a: number) => number) =>
    mean(
      Array.from({ length: log.count }, (_, i) =>
        sum(TRUTH[i % 2]!.map((value, a) => value * chance(i, a))),
      ),
    );
  return under((i, a) => policy[3 * i + a]!) - under((i, a) => CHANCES[i % 2]![a]!);
}

describe('of a table whose chances are known', () => {
  const log = loggedLaunches(launchesByHabit(600, 25));
  const evaluation = evaluatePlan(log);
  if (evaluation.kind !== 'estimated') throw new Error('expected an estimate');
  const [robust, , , direct] = evaluation.estimates;

  it('holds the truth, where the model alone is off by its mistake', () => {
    expect(evaluation.estimates.map(({ name }) => name)).toEqual(['dr', 'snips', 'ips', 'direct']);
    for (const { name, wide } of evaluation.estimates.slice(0, 3)) {
      expect(wide.low, name).toBeLessThan(trueGain(log));
      expect(wide.high, name).toBeGreaterThan(trueGain(log));
    }
    expect(direct!.gain - trueGain(log)).toBeGreaterThan(20);
    expect(direct!.wide.low).toBeGreaterThan(trueGain(log));
  });

  it('says that it would have been better, by how many launches', () => {
    expect(evaluation.verdict).toBe('better');
    expect(robust!.likely.low).toBeGreaterThan(robust!.wide.low);
    expect(evaluation.launches).toBe(600);
    expect(evaluation.effective).toBeGreaterThan(LEAST_EFFECTIVE_SIZE);
    expect(evaluation.effective).toBeLessThan(600);
  });

  it('says the same again', () => {
    expect(evaluatePlan(log)).toEqual(evaluation);
  });
});

it('refuses where too few launches are like the plan', () => {
  const evaluation = evaluatePlan(loggedLaunches(launchesByHabit(40, 0)));
  expect(evaluation).toMatchObject({
    kind: 'refused',
    launches: 40,
    needed: LEAST_EFFECTIVE_SIZE,
    objective: 'profit',
  });
  expect(evaluation.effective).toBeLessThan(LEAST_EFFECTIVE_SIZE);
});

it('refuses where no launch is like the plan', () => {
  const chances = [0.99, 0.01];
  const one = { taken: 1, reward: 5, chances, expected: [1, 2] };
  expect(evaluatePlan(loggedLaunches(Array.from({ length: 50 }, () => one)))).toMatchObject({
    kind: 'refused',
    effective: 0,
  });
});

it('tells better and worse only where what is hidden leaves zero out, too', () => {
  const above = { low: 3, high: 9 };
  const around = { low: -9, high: 85 };
  expect(policyVerdict(above, { low: 0.1, high: 12 })).toBe('better');
  expect(policyVerdict({ low: -9, high: -3 }, { low: -12, high: -0.1 })).toBe('worse');
  expect(policyVerdict(above, { low: -1, high: 13 })).toBe('hidden');
  expect(policyVerdict({ low: -9, high: -3 }, { low: -12, high: 1 })).toBe('hidden');
  expect(policyVerdict(around, { low: -20, high: 99 })).toBe('unclear');
});

describe('what no column tells', () => {
  const log = loggedLaunches(launchesByHabit(600, 0, 80));
  const hiddenOf = (odds: number) => {
    const evaluation = evaluatePlan({ ...log, strongest: { input: 'week', odds } });
    if (evaluation.kind !== 'estimated') throw new Error('expected an estimate');
    return evaluation;
  };

  it('widens the range to a bound, by the input that choices rest on most', () => {
    const { hidden, estimates, verdict } = hiddenOf(1.6);
    expect(hidden).toMatchObject({ input: 'week', odds: 1.6 });
    expect(hidden.bound.low).toBeLessThan(estimates[0]!.likely.low);
    expect(hidden.bound.high).toBeGreaterThan(estimates[0]!.likely.high);
    expect(verdict).toBe('better');
    expect(hidden.tipping).toBeGreaterThan(1.6);
  });

  it('leaves open which was better where it may matter more than the gain bears', () => {
    const { hidden, verdict } = hiddenOf(9.9);
    expect(hidden.tipping).toBeLessThan(9.9);
    expect(verdict).toBe('hidden');
  });
});
