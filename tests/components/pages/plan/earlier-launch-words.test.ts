import { expect, it } from 'vitest';
import { earlierLaunchWords } from '#components/pages/plan/earlier-launch-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import { sampleAction, SAMPLE_MONDAY } from '../../../support/ranking.ts';

const weeks = Array.from({ length: 52 }, (_, week) => SAMPLE_MONDAY + 7 * week);
const ranking = {
  ...({
    weeks,
    channels: ['Newsletter'],
    earliestDay: SAMPLE_MONDAY,
    objective: 'profit',
  } as const),
};
const surface = [weeks.map((_, week) => (week === 3 ? 2_140 : 500))];
const planIn = (week: number) => ({ action: sampleAction({ launchDay: weeks[week]! }), surface });

it('says of a plan that is far off what the next half year would bring', () => {
  expect(earlierLaunchWords(planIn(50), ranking)).toMatch(
    /^This plan is 50 weeks away\. In the next half year, .*30.Mar.* on Newsletter is best, with about 2,140\.$/u,
  );
  expect(earlierLaunchWords(planIn(50), { ...ranking, channels: [] })).not.toContain('on ');
  inChinese(() =>
    expect(earlierLaunchWords(planIn(50), ranking)).toMatch(/^距上新还有 50 周。.*2,140。$/),
  );
});

it('says nothing of a plan that is near', () => {
  expect(earlierLaunchWords(planIn(20), ranking)).toBe('');
});
