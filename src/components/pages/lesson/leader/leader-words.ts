import { LESSON_STEPS, type LessonPage } from '#core/lesson/lesson.ts';
import { m } from '#messages';

interface LeaderWords {
  /** What to show the room. */
  readonly show: string;
  readonly ask: string;
  /** Answers to expect. */
  readonly expect: string;
  /** Misunderstandings to look out for. */
  readonly watch: string;
}

/** Number of the step that a story told at first is taken up again. */
const truthStep = () => ({ truth: String(LESSON_STEPS.indexOf('truth') + 1) });

const WORDS: Readonly<Record<LessonPage, () => LeaderWords>> = {
  before: () => ({
    show: m.leader_before_do(),
    ask: m.leader_before_q(),
    expect: m.leader_before_a(truthStep()),
    watch: m.leader_before_w(),
  }),
  row: () => ({
    show: m.leader_row_do(),
    ask: m.leader_row_q(),
    expect: m.leader_row_a(),
    watch: m.leader_row_w(),
  }),
  line: () => ({
    show: m.leader_line_do(),
    ask: m.leader_line_q(),
    expect: m.leader_line_a(),
    watch: m.leader_line_w(),
  }),
  unseen: () => ({
    show: m.leader_unseen_do(),
    ask: m.leader_unseen_q(),
    expect: m.leader_unseen_a(),
    watch: m.leader_unseen_w(),
  }),
  net: () => ({
    show: m.leader_net_do(),
    ask: m.leader_net_q(),
    expect: m.leader_net_a(),
    watch: m.leader_net_w(),
  }),
  overfit: () => ({
    show: m.leader_overfit_do(),
    ask: m.leader_overfit_q(),
    expect: m.leader_overfit_a(),
    watch: m.leader_overfit_w(),
  }),
  words: () => ({
    show: m.leader_words_do(),
    ask: m.leader_words_q(),
    expect: m.leader_words_a(),
    watch: m.leader_words_w(),
  }),
  decision: () => ({
    show: m.leader_decision_do(),
    ask: m.leader_decision_q(),
    expect: m.leader_decision_a(),
    watch: m.leader_decision_w(),
  }),
  truth: () => ({
    show: m.leader_truth_do(),
    ask: m.leader_truth_q(),
    expect: m.leader_truth_a(),
    watch: m.leader_truth_w(),
  }),
  after: () => ({
    show: m.leader_after_do(),
    ask: m.leader_after_q(),
    expect: m.leader_after_a(),
    watch: m.leader_after_w(),
  }),
};

export function leaderWords(page: LessonPage): LeaderWords {
  return WORDS[page]();
}
