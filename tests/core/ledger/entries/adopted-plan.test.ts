import { describe, expect, it } from 'vitest';
import { resultFacts } from '#core/ledger/entries/result.ts';
import {
  actualOf,
  canBeAdopted,
  dueDay,
  freezePlan,
  isAdoptedAs,
  stageOf,
  withResult,
  withChosenResult,
  withoutResult,
} from '#core/ledger/entries/adopted-plan.ts';
import { withAlternative } from '#core/planning/search/alternatives.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { adoptedPlan, sampleActual } from '../../../support/adopted-plan.ts';
import { samplePlan, sampleRanking, SAMPLE_MONDAY } from '../../../support/ranking.ts';

const learnt = {
  ...{ readingKey: 'as read', launchCount: 400, eventsKey: 'US' },
  ...{ lastDay: SAMPLE_MONDAY, dataVersion: 36 },
};
const reportOf = (modelId: number) => ({ modelId, learnt }) as TrainingReport;

describe('freezePlan', () => {
  it('keeps what the plan promised, beside what is usual, with model and data', () => {
    const plan = samplePlan();
    const ranking = sampleRanking({ modelId: 7, horizonDays: 42, objective: 'revenue' });
    const frozen = freezePlan(plan, ranking, { report: reportOf(7), adoptedAt: 5 });
    expect(frozen).toMatchObject({
      ...{ product: plan.product, action: plan.action, outcome: plan.outcome, odds: plan.odds },
      ...{ usual: plan.usual, objective: 'revenue', horizonDays: 42, modelId: 7, adoptedAt: 5 },
      dataVersion: '10',
    });
    expect(frozen).not.toHaveProperty('alternatives');
    expect(frozen).not.toHaveProperty('keptShare');
  });

  it('keeps the share at which the plan counted its gain', () => {
    const ranking = sampleRanking({ kept: { share: 0.78, count: 14 } });
    const frozen = freezePlan(samplePlan(), ranking, { report: null, adoptedAt: 5 });
    expect(frozen.keptShare).toBe(0.78);
  });

  it('keeps an alternative that stands in the plan’s place', () => {
    const plan = samplePlan();
    const frozen = freezePlan(withAlternative(plan, 0), sampleRanking(), {
      ...{ report: null, adoptedAt: 5 },
    });
    expect(frozen.action).toEqual(plan.alternatives[0]!.action);
    expect(isAdoptedAs(frozen, withAlternative(plan, 0))).toBe(true);
    expect(isAdoptedAs(frozen, plan)).toBe(false);
    expect(frozen.outcome).toEqual(plan.alternatives[0]!.outcome);
  });

  it('does not name data that another model learnt', () => {
    const frozen = freezePlan(samplePlan(), sampleRanking({ modelId: 7 }), {
      ...{ report: reportOf(8), adoptedAt: 5 },
    });
    expect(frozen.dataVersion).toBe('');
  });
});

describe('canBeAdopted', () => {
  it.each([
    ['launch', true],
    ['displaced', true],
    ['negative-margin', false],
    ['loses-money', false],
    ['loss-likely', false],
  ] as const)('of a plan whose verdict is %s: %s', (kind, can) => {
    expect(canBeAdopted({ verdict: { kind } })).toBe(can);
  });
});

describe('stageOf', () => {
  const entry = adoptedPlan();

  it('goes from planned over running to due on the day that the horizon ends', () => {
    expect(stageOf(entry, SAMPLE_MONDAY - 1)).toBe('planned');
    expect(stageOf(entry, SAMPLE_MONDAY)).toBe('running');
    expect(stageOf(entry, SAMPLE_MONDAY + 27)).toBe('running');
    expect(stageOf(entry, SAMPLE_MONDAY + 28)).toBe('due');
  });

  it('counts from the day on which it really went on sale', () => {
    const later = {
      ...entry,
      actual: sampleActual({ launchDay: SAMPLE_MONDAY + 7, isEarly: true }),
    };
    expect(stageOf(later, SAMPLE_MONDAY + 34)).toBe('running');
    expect(stageOf(later, SAMPLE_MONDAY + 35)).toBe('due');
  });

  it('is known with a whole result only', () => {
    expect(stageOf({ ...entry, actual: sampleActual() }, 0)).toBe('known');
  });
});

describe('actualOf', () => {
  const said = { recordedAt: 9, source: 'results.csv' };
  const entry = adoptedPlan();

  it('marks a figure from before the end of the horizon', () => {
    const facts = resultFacts({ units: 12 });
    expect(actualOf(entry, facts, { ...said, today: dueDay(entry) - 1 }).isEarly).toBe(true);
    expect(actualOf(entry, facts, { ...said, today: dueDay(entry) })).toEqual({
      ...facts,
      ...said,
      isEarly: false,
    });
  });

  it('goes by the day that it names itself', () => {
    const facts = resultFacts({ units: 12, launchDay: SAMPLE_MONDAY - 14 });
    expect(actualOf(entry, facts, { ...said, today: SAMPLE_MONDAY + 14 }).isEarly).toBe(false);
  });
});

describe('withResult', () => {
  const [first, second, third] = [70, 80, 90].map((units) => sampleActual({ units }));

  it('keeps figures that were there before, each once', () => {
    const once = withResult(adoptedPlan(), first!);
    const twice = withResult(once, second!, [third!]);
    expect(twice.actual).toEqual(second);
    expect(twice.otherActuals).toEqual([third, first]);
    expect(withResult(twice, first!).otherActuals).toEqual([second, third]);
  });

  it('lets go of a figure without losing it', () => {
    const entry = withResult(withResult(adoptedPlan(), first!), second!);
    expect(withoutResult(entry)).toMatchObject({ actual: null, otherActuals: [second, first] });
    expect(withoutResult(adoptedPlan())).toEqual(adoptedPlan());
  });

  it('lets the seller take another of them', () => {
    const twice = withResult(withResult(adoptedPlan(), first!), second!);
    const chosen = withChosenResult(twice, 0);
    expect([chosen.actual, ...chosen.otherActuals]).toEqual([first, second]);
    expect(() => withChosenResult(chosen, 1)).toThrow('expected one of 1, got 1');
  });
});
