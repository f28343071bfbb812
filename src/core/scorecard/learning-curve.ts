/** How far predictions missed where only some of the launches were learnt from, judged on the same later ones. */
export interface LearningPoint {
  readonly learntFrom: number;
  readonly wape: number;
}

/** Of the launches before those that judge, the newest: so much of a history one could have had. */
export const LEARNT_FRACTIONS = [0.25, 0.5, 0.75, 1] as const;
