import { expect, it } from 'vitest';
import { demandNotes, demandValue } from '#components/pages/plan/demand-words.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';

const knownWeek = dayFromCalendar(2026, 11, 16);
const planOn = (weeks: number) =>
  ({ product: { category: 'Lamps' }, action: { launchDay: knownWeek + 7 * weeks } }) as LaunchPlan;

it.each([
  [1.2, '+20%'],
  [0.85, '−15%'],
  [1.01, m.outlook_plan_usual()],
  [0.99, m.outlook_plan_usual()],
])('says %s as %s', (factor, words) => {
  expect(demandValue({ factor, knownWeek })).toBe(words);
});

it('says what it is of, and warns where the last known week is long ago', () => {
  const known = m.outlook_plan_known({ day: '16 November 2026' });
  expect(demandNotes({ factor: 1, knownWeek }, planOn(13))).toEqual([
    ...[m.outlook_plan_note({ category: 'Lamps' }), known],
  ]);
  expect(demandNotes({ factor: 1, knownWeek, isBorrowed: true }, planOn(4)).slice(1)).toEqual([
    ...[known, m.outlook_plan_borrowed()],
  ]);
  expect(demandNotes({ factor: 1, knownWeek }, planOn(14))[1]).toBe(
    'Known up to the week of 16 November 2026, 14 weeks before the launch.',
  );
});
