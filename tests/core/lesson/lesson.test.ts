import { describe, expect, it } from 'vitest';
import {
  ALL_MINUTES,
  besidePage,
  isAnswered,
  LESSON_MINUTES,
  LESSON_PAGES,
  LESSON_STEPS,
  lessonPage,
  pageAtMinute,
  RIGHT_ANSWERS,
  rightCount,
  withAnswer,
  withMark,
  type LessonRecord,
} from '#core/lesson/lesson.ts';

const EMPTY: LessonRecord = { id: 1, before: {}, after: {}, marks: {} };

describe('the lesson', () => {
  it('takes forty-five minutes', () => {
    const minutes = LESSON_PAGES.map((page) => LESSON_MINUTES[page]);
    expect(minutes.reduce((sum, m) => sum + m, 0)).toBe(45);
    expect(ALL_MINUTES).toBe(45);
  });

  it('knows which page should be on at every minute', () => {
    expect([0, 1.9, 2, 4.9, 5, 44.9].map(pageAtMinute)).toEqual([
      ...['before', 'before', 'row', 'row', 'line', 'after'],
    ]);
    expect(pageAtMinute(ALL_MINUTES + 10)).toBe('after');
  });

  it('does not always have its right answer at the same place', () => {
    const places = LESSON_STEPS.map((step) => RIGHT_ANSWERS[step]);
    expect(new Set(places).size).toBe(3);
  });

  it('opens at its beginning where an address names no page of it', () => {
    expect(lessonPage('words')).toBe('words');
    expect(lessonPage('elsewhere')).toBe('before');
    expect(lessonPage(null)).toBe('before');
  });

  it('ends at both ends', () => {
    expect(besidePage('before', -1)).toBeNull();
    expect(besidePage('before', 1)).toBe('row');
    expect(besidePage('truth', 1)).toBe('after');
    expect(besidePage('after', 1)).toBeNull();
  });
});

describe('answers', () => {
  it('are counted by round', () => {
    const all = LESSON_STEPS.reduce(
      (record, step) => withAnswer(record, { round: 'after', step, answer: RIGHT_ANSWERS[step] }),
      EMPTY,
    );
    expect(rightCount(all.after)).toBe(LESSON_STEPS.length);
    expect(rightCount(all.before)).toBe(0);
    const changed = withAnswer(all, { round: 'after', step: 'net', answer: 0 });
    expect(rightCount(changed.after)).toBe(LESSON_STEPS.length - 1);
    expect([isAnswered(changed.after), isAnswered(all.before)]).toEqual([true, false]);
  });
});

describe('marks', () => {
  it('keep the best, within 0 and 1', () => {
    const once = withMark(EMPTY, 'line', 0.6);
    expect(withMark(once, 'line', 0.5)).toBe(once);
    expect(withMark(once, 'line', 7).marks).toEqual({ line: 1 });
    expect(withMark(once, 'net', -1).marks).toEqual({ line: 0.6, net: 0 });
    expect(withMark(once, 'net', NaN)).toBe(once);
  });
});
