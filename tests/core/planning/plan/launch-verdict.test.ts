import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displaced, verdictOf } from '#core/planning/plan/launch-verdict.ts';
import type { LaunchPlan, Verdict } from '#core/planning/plan/launch-plan.ts';
import { samplePlan, sampleRange } from '../../../support/ranking.ts';

const planOf = (profit: number | null, loss: number | null): LaunchPlan => {
  const plan = samplePlan();
  return {
    ...plan,
    outcome: { ...plan.outcome, profit: profit === null ? null : sampleRange(profit) },
    odds: { ...plan.odds, loss },
  };
};

describe('the verdict', () => {
  it.each<{ says: string; profit: number | null; loss: number | null; kind: Verdict['kind'] }>([
    { says: 'earns', profit: 100, loss: 0.2, kind: 'launch' },
    { says: 'earns as often as not', profit: 100, loss: 0.5, kind: 'launch' },
    {
      says: 'earns on average, but loses more often',
      profit: 100,
      loss: 0.51,
      kind: 'loss-likely',
    },
    { says: 'earns nothing', profit: 0, loss: 0.4, kind: 'loses-money' },
    { says: 'loses', profit: -5, loss: 0.9, kind: 'loses-money' },
    { says: 'is of unknown cost', profit: null, loss: null, kind: 'launch' },
  ])('on a plan that $says', ({ profit, loss, kind }) => {
    expect(verdictOf(planOf(profit, loss), true)).toEqual({ kind });
  });

  it('is about the margin first where no offer leaves anything', () => {
    expect(verdictOf(planOf(-5, 1), false)).toEqual({ kind: 'negative-margin' });
    expect(verdictOf(planOf(null, null), false)).toEqual({ kind: 'negative-margin' });
  });
});

describe('more launches than can be made', () => {
  const kinds: readonly Verdict['kind'][] = ['launch', 'loses-money', 'loss-likely'];
  const anyVerdicts = fc.array(fc.constantFrom(...kinds), { maxLength: 12 });
  const plansOf = (verdicts: readonly Verdict['kind'][]) =>
    verdicts.map((kind) => samplePlan({ verdict: { kind } }));
  const kindsOf = (plans: readonly LaunchPlan[]) => plans.map(({ verdict }) => verdict.kind);

  it('displace the less promising of those worth it, and no others', () => {
    fc.assert(
      fc.property(anyVerdicts, fc.integer({ min: 0, max: 12 }), (verdicts, most) => {
        let launched = 0;
        const wanted = verdicts.map((kind) => {
          if (kind !== 'launch') return kind;
          launched += 1;
          return launched <= most ? 'launch' : 'displaced';
        });
        expect(kindsOf(displaced(plansOf(verdicts), most))).toEqual(wanted);
      }),
    );
  });

  it('displace none where there is no end to them', () => {
    const plans = plansOf(['launch', 'loses-money', 'launch']);
    expect(displaced(plans, null)).toEqual(plans);
  });
});
