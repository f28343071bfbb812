/** The phases of a training run, in order. */
export const TRAINING_PHASES = [
  'prepare',
  'fetch',
  'read',
  'meaning',
  'search',
  'learn',
  'check',
  'learn-all',
  'save',
] as const;

export type TrainingPhase = (typeof TRAINING_PHASES)[number];

/** Phases of names: the language model is not always fetched, and names are not always read. */
const NAME_PHASES: readonly TrainingPhase[] = ['fetch', 'read', 'meaning'];

/** Phases of every run. */
export const LEARNING_PHASES: readonly TrainingPhase[] = TRAINING_PHASES.filter(
  (phase) => !NAME_PHASES.includes(phase),
);
