import type { LessonMark } from '#core/lesson/lesson.ts';

/** What the part of every step is given. */
export interface StepProps {
  /** Notes what a student reached, as a share of the best, 0–1. */
  readonly onmark: (mark: LessonMark, share: number) => void;
}
