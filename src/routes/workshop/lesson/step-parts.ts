import type { Component } from 'svelte';
import type { LessonMark, LessonMarks, LessonStep } from '#core/lesson/lesson.ts';

/** What the part of every step is given. */
export interface StepProps {
  readonly marks: LessonMarks;
  /** Notes what a student reached, as a share of the best, 0–1. */
  readonly onmark: (mark: LessonMark, share: number) => void;
}

type StepPart = () => Promise<{ readonly default: Component<StepProps> }>;

/** The content of each step, fetched when it is opened. */
export const STEP_PARTS: Readonly<Partial<Record<LessonStep, StepPart>>> = {};
