import { describe, expect, it } from 'vitest';
import { withLimits } from '#core/season/calendar/calendar-edits.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import {
  doneExercises,
  EXERCISES,
  nextExercise,
  withDeed,
  type ExerciseName,
  type ShopFacts,
} from '#core/app/exercises.ts';

const NOTHING: ShopFacts = {
  noted: [],
  recipe: { treatments: {} },
  isTrained: false,
  planned: [],
  calendars: [],
};
const solved = (change: Partial<SeasonLimits>, bound: number | null = 12) => ({
  limits: { ...usualLimits(100), ...change },
  bound,
});

describe('exercises', () => {
  it('are none done of a shop that was just opened', () => {
    expect(doneExercises(NOTHING)).toEqual([]);
    expect(doneExercises({ ...NOTHING, recipe: null })).toEqual([]);
  });

  it.each<[ExerciseName, Partial<ShopFacts>]>([
    ['findings', { noted: ['saw-findings'] }],
    ['findings', { recipe: { treatments: { 'outlier|units|': false } } }],
    ['learning', { isTrained: true }],
    ['plans', { planned: ['p1'] }],
    ['what-if', { noted: ['changed-plan'] }],
    ['limit', { calendars: [solved({ mostPerWeek: 1 })] }],
    ['limit', { calendars: [solved({ adBudget: 0 })] }],
    ['limit', { calendars: [solved({ stockBudget: 100 })] }],
    ['limit', { calendars: [solved({ cashBudget: 100 })] }],
    ['limit', { calendars: [solved({ channelBudgets: { market: 5 } })] }],
    ['limit', { calendars: [solved({ closedWeeks: [107] })] }],
    ['limit', { calendars: [solved({}), solved({ mostPerWeek: 2 }), solved({})] }],
  ])('%s is done by its own fact and by nothing else: %j', (name, facts) => {
    expect(doneExercises({ ...NOTHING, ...facts })).toEqual([name]);
  });

  it.each([
    ['without a limit', solved({})],
    ['that is only shorter', solved({ weekCount: 4 })],
    ['that was not looked for with its limit', solved({ mostPerWeek: 1 }, null)],
  ])('leave the last one open for a calendar %s', (_, calendar) => {
    expect(doneExercises({ ...NOTHING, calendars: [calendar] })).toEqual([]);
  });

  it('leave it open when a limit is set and the calendar is not found again, as edits keep it', () => {
    const content = { ...solved({}), placements: [] };
    const edited = withLimits(content, { mostPerWeek: 1 });
    expect(doneExercises({ ...NOTHING, calendars: [edited] })).toEqual([]);
    expect(doneExercises({ ...NOTHING, calendars: [{ ...edited, bound: 9 }] })).toEqual(['limit']);
  });

  it('stand in their order, and the next is the first that is open', () => {
    const facts: ShopFacts = { ...NOTHING, noted: ['changed-plan'], isTrained: true };
    expect(doneExercises(facts)).toEqual(['learning', 'what-if']);
    expect(nextExercise(doneExercises(facts))).toBe('findings');
    expect(nextExercise(['findings', 'learning'])).toBe('plans');
    expect(nextExercise(EXERCISES)).toBeNull();
  });
});

describe('a workshop', () => {
  const fresh = { startedAt: 1, isBarHidden: false, noted: {} };

  it('notes a deed once, for the data set that it was done with', () => {
    const once = withDeed(fresh, 7, 'saw-findings');
    expect(once.noted).toEqual({ 7: ['saw-findings'] });
    expect(withDeed(once, 7, 'saw-findings')).toBe(once);
    const more = withDeed(withDeed(once, 7, 'changed-plan'), 8, 'saw-findings');
    expect(more.noted).toEqual({ 7: ['saw-findings', 'changed-plan'], 8: ['saw-findings'] });
  });
});
