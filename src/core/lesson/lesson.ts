// The workshop's lesson: its steps, their minutes, its questions, and what a student reached.

/** Steps in the order in which they build on each other. */
export const LESSON_STEPS = [
  'row',
  'line',
  'unseen',
  'net',
  'overfit',
  'words',
  'decision',
  'truth',
] as const;
export type LessonStep = (typeof LESSON_STEPS)[number];

export type Round = 'before' | 'after';

/** Pages of the lesson: the same questions before and after its steps. */
export type LessonPage = Round | LessonStep;
export const LESSON_PAGES: readonly LessonPage[] = ['before', ...LESSON_STEPS, 'after'];

/** Minutes that a leader plans for each page; 45 in all. */
export const LESSON_MINUTES: Readonly<Record<LessonPage, number>> = {
  ...{ before: 2, row: 3, line: 6, unseen: 4, net: 6 },
  ...{ overfit: 5, words: 5, decision: 6, truth: 5, after: 3 },
};

/** Position of the right answer to the question of each step. */
export const RIGHT_ANSWERS: Readonly<Record<LessonStep, number>> = {
  ...{ row: 1, line: 0, unseen: 2, net: 1 },
  ...{ overfit: 2, words: 0, decision: 1, truth: 2 },
};

/** Minutes of the whole lesson. */
export const ALL_MINUTES: number = LESSON_PAGES.reduce(
  (minutes, page) => minutes + LESSON_MINUTES[page],
  0,
);

/** Returns the page that should be on after so many minutes; the last one from its beginning on. */
export function pageAtMinute(minute: number): LessonPage {
  let end = 0;
  return LESSON_PAGES.find((page) => minute < (end += LESSON_MINUTES[page])) ?? 'after';
}

export type Answers = Readonly<Partial<Record<LessonStep, number>>>;

/**
 * What is measured while a student works, each as a share of the best, 0–1: least squared error over that of the own
 * line, smallest error of the own nets over that of the better model, and expected profit of the own order over the best.
 */
export const LESSON_MARKS = ['line', 'net', 'decision'] as const;
export type LessonMark = (typeof LESSON_MARKS)[number];
export type LessonMarks = Readonly<Partial<Record<LessonMark, number>>>;

/** What one device holds of a student's lesson. No name is in it. */
export interface LessonRecord {
  /** Random, so that a scoreboard counts a device once; below 2 ** 20. */
  readonly id: number;
  readonly before: Answers;
  readonly after: Answers;
  readonly marks: LessonMarks;
}

/** Returns how many questions are answered right. */
export function rightCount(answers: Answers): number {
  return LESSON_STEPS.filter((step) => answers[step] === RIGHT_ANSWERS[step]).length;
}

/** Returns whether every question has an answer. */
export function isAnswered(answers: Answers): boolean {
  return LESSON_STEPS.every((step) => answers[step] !== undefined);
}

/** Returns the record with one more answer. */
export function withAnswer(
  record: LessonRecord,
  {
    round,
    step,
    answer,
  }: { readonly round: Round; readonly step: LessonStep; readonly answer: number },
): LessonRecord {
  return { ...record, [round]: { ...record[round], [step]: answer } };
}

/** Returns the record with a mark where it is better than before; the same object where it is not. */
export function withMark(record: LessonRecord, mark: LessonMark, share: number): LessonRecord {
  const reached = Math.min(1, Math.max(0, share));
  if (!Number.isFinite(share) || reached <= (record.marks[mark] ?? -1)) return record;
  return { ...record, marks: { ...record.marks, [mark]: reached } };
}

/** Returns the page that an address names; the first where it names none. */
export function lessonPage(asked: string | null): LessonPage {
  return LESSON_PAGES.find((page) => page === asked) ?? 'before';
}

/** Returns the next page, or the one before where `by` is −1; null at the ends. */
export function besidePage(page: LessonPage, by: 1 | -1): LessonPage | null {
  return LESSON_PAGES[LESSON_PAGES.indexOf(page) + by] ?? null;
}
