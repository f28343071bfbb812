/** Where a step stands; the words beside its node say it too. None: a place that is never done. */
export type StepState = 'open' | 'running' | 'done' | 'outdated' | 'none';

/** One stop of the route through the app. */
export interface Step {
  readonly name: string;
  readonly href: string;
  readonly current: boolean;
  readonly state: StepState;
  /** The state in words, such as "Training, 46%". */
  readonly words: string;
  /** How much of what runs is done, 0–1. */
  readonly fraction: number | null;
}
