/** State of a step, also stated by the words next to its node. none: a place that is never done. */
export type StepState = 'open' | 'running' | 'done' | 'outdated' | 'none';

/** One stop of the app's navigation. */
export interface Step {
  readonly name: string;
  readonly href: string;
  readonly current: boolean;
  readonly state: StepState;
  /** The state in words, such as "Training, 46%". */
  readonly words: string;
  /** Share done of what is running, 0–1. */
  readonly fraction: number | null;
}
