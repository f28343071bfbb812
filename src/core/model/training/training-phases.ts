/** The phases of a training run, in order. */
export const TRAINING_PHASES = [
  'prepare',
  'fetch',
  'read',
  'meaning',
  'looks',
  'search',
  'learn',
  'check',
  'learn-all',
  'save',
] as const;

export type TrainingPhase = (typeof TRAINING_PHASES)[number];

/** Phases of names and pictures: the language model is not always fetched, and names are not always read. */
const READING_PHASES: readonly TrainingPhase[] = ['fetch', 'read', 'meaning', 'looks'];

/** Phases of every run. */
export const LEARNING_PHASES: readonly TrainingPhase[] = TRAINING_PHASES.filter(
  (phase) => !READING_PHASES.includes(phase),
);
