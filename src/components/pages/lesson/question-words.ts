import type { LessonStep } from '#core/lesson/lesson.ts';
import { m } from '#messages';

interface QuestionWords {
  readonly question: string;
  readonly answers: readonly [string, string, string];
}

const WORDS: Readonly<Record<LessonStep, () => QuestionWords>> = {
  row: () => ({
    question: m.lesson_q_row(),
    answers: [m.lesson_q_row_a(), m.lesson_q_row_b(), m.lesson_q_row_c()],
  }),
  line: () => ({
    question: m.lesson_q_line(),
    answers: [m.lesson_q_line_a(), m.lesson_q_line_b(), m.lesson_q_line_c()],
  }),
  unseen: () => ({
    question: m.lesson_q_unseen(),
    answers: [m.lesson_q_unseen_a(), m.lesson_q_unseen_b(), m.lesson_q_unseen_c()],
  }),
  net: () => ({
    question: m.lesson_q_net(),
    answers: [m.lesson_q_net_a(), m.lesson_q_net_b(), m.lesson_q_net_c()],
  }),
  overfit: () => ({
    question: m.lesson_q_overfit(),
    answers: [m.lesson_q_overfit_a(), m.lesson_q_overfit_b(), m.lesson_q_overfit_c()],
  }),
  words: () => ({
    question: m.lesson_q_words(),
    answers: [m.lesson_q_words_a(), m.lesson_q_words_b(), m.lesson_q_words_c()],
  }),
  decision: () => ({
    question: m.lesson_q_decision(),
    answers: [m.lesson_q_decision_a(), m.lesson_q_decision_b(), m.lesson_q_decision_c()],
  }),
  truth: () => ({
    question: m.lesson_q_truth(),
    answers: [m.lesson_q_truth_a(), m.lesson_q_truth_b(), m.lesson_q_truth_c()],
  }),
};

export function questionWords(step: LessonStep): QuestionWords {
  return WORDS[step]();
}
