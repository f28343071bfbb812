import { expect, it } from 'vitest';
import { limitsOf } from '#core/planning/plan/launch-plan.ts';

it('names missing costs only where a plan assumes one', () => {
  const ranking = { limits: ['no-cost', 'no-fees'] } as const;
  const [own, assumed] = [{ notes: [] }, { notes: ['assumed-cost-share'] as const }];
  expect(limitsOf(ranking, [own])).toEqual(['no-fees']);
  expect(limitsOf(ranking, [own, assumed])).toEqual(['no-cost', 'no-fees']);
});
