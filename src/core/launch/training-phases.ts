/** The phases of a training run, in order. */
export const TRAINING_PHASES = [
  'prepare',
  'fetch',
  'read',
  'search',
  'learn',
  'check',
  'learn-all',
  'save',
] as const;

export type TrainingPhase = (typeof TRAINING_PHASES)[number];

/** Phases of every run: the language model is not always fetched, and names are not always read. */
export const LEARNING_PHASES: readonly TrainingPhase[] = TRAINING_PHASES.filter(
  (phase) => phase !== 'fetch' && phase !== 'read',
);
