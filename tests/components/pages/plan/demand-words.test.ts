import { expect, it } from 'vitest';
import { demandNotes, demandValue } from '#components/pages/plan/demand-words.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';

const knownWeek = dayFromCalendar(2026, 11, 16);
const planOn = (weeks: number) =>
  ({ product: { category: 'Lamps' }, action: { launchDay: knownWeek + 7 * weeks } }) as LaunchPlan;

it.each([
  [1.2, '+20%'],
  [0.85, '−15%'],
  [1.01, 'as usual'],
  [0.99, 'as usual'],
])('says %s as %s', (factor, words) => {
  expect(demandValue({ factor, knownWeek })).toBe(words);
});

it('says what it is of, and warns where the last known week is long ago', () => {
  expect(demandNotes({ factor: 1, knownWeek }, planOn(4))).toEqual([
    'Of “Lamps”, in the four weeks from launch, against its usual level.',
    'Known up to the week of 16 November 2026.',
  ]);
  expect(demandNotes({ factor: 1, knownWeek, isBorrowed: true }, planOn(4))[2]).toBe(
    'The season is the market’s: your launches cover less than a year.',
  );
  expect(demandNotes({ factor: 1, knownWeek }, planOn(20))[1]).toBe(
    'Known up to the week of 16 November 2026, 20 weeks before the launch.',
  );
});
