import type { Component } from 'svelte';
import type { LessonStep } from '#core/lesson/lesson.ts';
import type { StepProps } from './step-props.ts';

type StepPart = () => Promise<{ readonly default: Component<StepProps> }>;

/** The content of each step, fetched when it is opened. */
export const STEP_PARTS: Readonly<Record<LessonStep, StepPart>> = {
  row: () => import('./RowStep.svelte'),
  line: () => import('./LineStep.svelte'),
  unseen: () => import('./UnseenStep.svelte'),
  net: () => import('./NetStep.svelte'),
  overfit: () => import('./OverfitStep.svelte'),
  words: () => import('./WordsStep.svelte'),
  decision: () => import('./DecisionStep.svelte'),
  truth: () => import('./TruthStep.svelte'),
};
