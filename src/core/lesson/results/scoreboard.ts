// What a room knows before and after the lesson, and what it reached. It names nobody.

import { median } from '#core/base/statistics/statistics.ts';
import {
  isAnswered,
  LESSON_MARKS,
  LESSON_STEPS,
  RIGHT_ANSWERS,
  rightCount,
  type LessonMark,
  type LessonMarks,
  type LessonRecord,
  type LessonStep,
  type Round,
} from '../lesson.ts';
import { resultLabel } from './result-code.ts';

/** How a room answered the question of one step. */
export interface QuestionShares {
  readonly step: LessonStep;
  /** Shares of right answers among those given, 0–1; null where nobody answered. */
  readonly before: number | null;
  readonly after: number | null;
}

/** What a room reached in one task, as shares of the best. */
export interface MarkSpread {
  readonly mark: LessonMark;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** Every share, ascending. */
  readonly shares: readonly number[];
  /** That of this device; null where it has none in the room. */
  readonly own: number | null;
}

export interface ScoreRow {
  readonly id: number;
  readonly label: string;
  readonly isOwn: boolean;
  /** Right answers; null where not all questions were answered. */
  readonly before: number | null;
  readonly after: number | null;
  readonly marks: LessonMarks;
}

export interface Scoreboard {
  readonly questions: readonly QuestionShares[];
  /** Results by the number of right answers after the lesson, from none to all. */
  readonly counts: readonly number[];
  /** Only marks that somebody reached. */
  readonly marks: readonly MarkSpread[];
  /** Most right answers first; those not answered in full come last. */
  readonly rows: readonly ScoreRow[];
}

/** @param ownId ID of the record of this device; null where it has none */
export function scoreboard(records: readonly LessonRecord[], ownId: number | null): Scoreboard {
  const rows = records.map((record) => rowOf(record, ownId));
  return {
    questions: LESSON_STEPS.map((step) => ({
      step,
      before: rightShare(records, 'before', step),
      after: rightShare(records, 'after', step),
    })),
    counts: Array.from(
      { length: LESSON_STEPS.length + 1 },
      (_, count) => rows.filter(({ after }) => after === count).length,
    ),
    marks: LESSON_MARKS.flatMap((mark) => spreadOf(rows, mark) ?? []),
    rows: rows.sort(byAnswers),
  };
}

/** Returns the questions that fewest answer right after the lesson; none where all are answered right by all. */
export function questionsToRepeat({ questions }: Scoreboard): LessonStep[] {
  const asked = questions.filter(({ after }) => after !== null && after < 1);
  const least = Math.min(...asked.map(({ after }) => after!));
  return asked.filter(({ after }) => after === least).map(({ step }) => step);
}

/** Returns the median of right answers over those who answered all; null where nobody did. */
export function middleCount({ rows }: Scoreboard, round: Round): number | null {
  const counts = rows.flatMap((row) => row[round] ?? []);
  return counts.length > 0 ? median(counts) : null;
}

function rowOf({ id, before, after, marks }: LessonRecord, ownId: number | null): ScoreRow {
  return {
    ...{ id, marks, label: resultLabel({ id }), isOwn: id === ownId },
    before: isAnswered(before) ? rightCount(before) : null,
    after: isAnswered(after) ? rightCount(after) : null,
  };
}

function rightShare(
  records: readonly LessonRecord[],
  round: Round,
  step: LessonStep,
): number | null {
  const answers = records.flatMap((record) => record[round][step] ?? []);
  if (answers.length === 0) return null;
  return answers.filter((answer) => answer === RIGHT_ANSWERS[step]).length / answers.length;
}

function spreadOf(rows: readonly ScoreRow[], mark: LessonMark): MarkSpread | null {
  const shares = rows.flatMap(({ marks }) => marks[mark] ?? []).sort((a, b) => a - b);
  if (shares.length === 0) return null;
  const own = rows.find(({ isOwn }) => isOwn)?.marks[mark] ?? null;
  const [low, high] = [shares[0]!, shares.at(-1)!];
  return { mark, low, middle: median(shares), high, shares, own };
}

function byAnswers(a: ScoreRow, b: ScoreRow): number {
  const [ours, theirs] = [a.after ?? -1, b.after ?? -1];
  if (ours !== theirs) return theirs - ours;
  return (b.before ?? -1) - (a.before ?? -1) || (a.label < b.label ? -1 : 1);
}
