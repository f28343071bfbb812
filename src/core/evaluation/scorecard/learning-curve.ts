/** Error on the same test set when models are trained on only some of the launches. */
export interface LearningPoint {
  readonly learntFrom: number;
  readonly wape: number;
}

/** Shares of the training launches to train on, the newest ones: as if the shop had a shorter history. */
export const LEARNT_FRACTIONS = [0.25, 0.5, 0.75, 1] as const;
