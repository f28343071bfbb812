/** One bar of the chart of week costs: what launching in that week would change. */
export interface WeekCost {
  /** Week number. */
  readonly label: string;
  /** null: not possible. */
  readonly change: number | null;
  readonly isNow: boolean;
  readonly isBreaking: boolean;
  readonly words: string;
}
