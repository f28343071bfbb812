import type { LessonPage } from '#core/lesson/lesson.ts';
import { m } from '#messages';

interface PageWords {
  /** In lists and links. */
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  /** The sentence to remember; none where questions are asked. */
  readonly takeaway: string | null;
}

const WORDS: Readonly<Record<LessonPage, () => PageWords>> = {
  before: () => ({
    name: m.lesson_before(),
    title: m.lesson_before_title(),
    lead: m.lesson_before_lead(),
    takeaway: null,
  }),
  row: () => ({
    name: m.lesson_row(),
    title: m.lesson_row_title(),
    lead: m.lesson_row_lead(),
    takeaway: m.lesson_row_takeaway(),
  }),
  line: () => ({
    name: m.lesson_line(),
    title: m.lesson_line_title(),
    lead: m.lesson_line_lead(),
    takeaway: m.lesson_line_takeaway(),
  }),
  unseen: () => ({
    name: m.lesson_unseen(),
    title: m.lesson_unseen_title(),
    lead: m.lesson_unseen_lead(),
    takeaway: m.lesson_unseen_takeaway(),
  }),
  net: () => ({
    name: m.lesson_net(),
    title: m.lesson_net_title(),
    lead: m.lesson_net_lead(),
    takeaway: m.lesson_net_takeaway(),
  }),
  overfit: () => ({
    name: m.lesson_overfit(),
    title: m.lesson_overfit_title(),
    lead: m.lesson_overfit_lead(),
    takeaway: m.lesson_overfit_takeaway(),
  }),
  words: () => ({
    name: m.lesson_words(),
    title: m.lesson_words_title(),
    lead: m.lesson_words_lead(),
    takeaway: m.lesson_words_takeaway(),
  }),
  decision: () => ({
    name: m.lesson_decision(),
    title: m.lesson_decision_title(),
    lead: m.lesson_decision_lead(),
    takeaway: m.lesson_decision_takeaway(),
  }),
  truth: () => ({
    name: m.lesson_truth(),
    title: m.lesson_truth_title(),
    lead: m.lesson_truth_lead(),
    takeaway: m.lesson_truth_takeaway(),
  }),
  after: () => ({
    name: m.lesson_after(),
    title: m.lesson_after_title(),
    lead: m.lesson_after_lead(),
    takeaway: null,
  }),
};

export function lessonWords(page: LessonPage): PageWords {
  return WORDS[page]();
}
