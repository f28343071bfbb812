import { describe, expect, it } from 'vitest';
import { exerciseWords } from '#components/shell/guide/exercise-words.ts';
import { EXERCISES, type ExerciseName } from '#core/app/exercises.ts';
import { m } from '#messages';
import { inChinese } from '../../../support/in-chinese.ts';

/** What is to be pressed or opened, as it is called where it stands. */
const NAMED: Readonly<Partial<Record<ExerciseName, () => readonly string[]>>> = {
  findings: () => [m.data_view_quality(), m.pages_data()],
  learning: () => [m.pages_train(), m.data_train(), m.pages_model()],
  plans: () => [m.pages_make_plans(), m.pages_plan()],
  'what-if': () => [m.pages_plan()],
  limit: () => [m.season_limits(), m.season_solve_again(), m.pages_calendar()],
};

describe('the words of exercises', () => {
  it.each(EXERCISES)('of %s call buttons and pages as they are called there', (name) => {
    const expectNames = () => {
      const { task } = exerciseWords(name);
      for (const named of NAMED[name]?.() ?? []) expect(task).toContain(named);
    };
    expectNames();
    inChinese(expectNames);
  });
});
