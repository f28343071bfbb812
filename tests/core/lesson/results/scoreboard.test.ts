import { describe, expect, it } from 'vitest';
import {
  LESSON_STEPS,
  RIGHT_ANSWERS,
  type Answers,
  type LessonRecord,
} from '#core/lesson/lesson.ts';
import { middleCount, questionsToRepeat, scoreboard } from '#core/lesson/results/scoreboard.ts';

/** Answers all questions, the first `count` of them right. */
function answered(count: number): Answers {
  const all = LESSON_STEPS.map((step, i) => {
    const right = RIGHT_ANSWERS[step];
    return [step, i < count ? right : (right + 1) % 3];
  });
  return Object.fromEntries(all) as Answers;
}

const ROOM: readonly LessonRecord[] = [
  { id: 10, before: answered(2), after: answered(6), marks: { line: 0.5, net: 0.8 } },
  { id: 11, before: answered(3), after: answered(8), marks: { line: 0.9 } },
  { id: 12, before: answered(1), after: {}, marks: { line: 0.7 } },
  { id: 13, before: answered(4), after: answered(6), marks: {} },
];

describe('a scoreboard', () => {
  const board = scoreboard(ROOM, 12);

  it('shows the share of right answers to each question, before and after', () => {
    expect(board.questions[0]).toEqual({ step: 'row', before: 1, after: 1 });
    expect(board.questions[2]).toEqual({ step: 'unseen', before: 0.5, after: 1 });
    expect(board.questions[7]).toEqual({ step: 'truth', before: 0, after: 1 / 3 });
  });

  it('counts results by their right answers, where all were answered', () => {
    expect(board.counts).toEqual([0, 0, 0, 0, 0, 0, 2, 0, 1]);
    expect([middleCount(board, 'before'), middleCount(board, 'after')]).toEqual([2.5, 6]);
  });

  it('spreads the marks, with that of this device', () => {
    expect(board.marks).toEqual([
      { mark: 'line', low: 0.5, middle: 0.7, high: 0.9, shares: [0.5, 0.7, 0.9], own: 0.7 },
      { mark: 'net', low: 0.8, middle: 0.8, high: 0.8, shares: [0.8], own: null },
    ]);
  });

  it('sorts its rows by what was right after, then before; the unfinished come last', () => {
    expect(board.rows.map(({ id }) => id)).toEqual([11, 13, 10, 12]);
    expect(board.rows.map(({ isOwn }) => isOwn)).toEqual([false, false, false, true]);
    expect(new Set(board.rows.map(({ label }) => label)).size).toBe(4);
  });

  it('names what to repeat: what fewest answered right', () => {
    expect(questionsToRepeat(board)).toEqual(['decision', 'truth']);
    expect(questionsToRepeat(scoreboard([ROOM[1]!], null))).toEqual([]);
  });

  it('of an empty room is empty', () => {
    const empty = scoreboard([], null);
    expect([empty.rows, empty.marks, questionsToRepeat(empty)]).toEqual([[], [], []]);
    expect(middleCount(empty, 'after')).toBeNull();
    expect(empty.questions[0]).toEqual({ step: 'row', before: null, after: null });
  });
});
