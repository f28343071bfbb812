/** What one week would change, as it is drawn. */
export interface WeekCost {
  /** The number of the week. */
  readonly label: string;
  /** null: not possible. */
  readonly change: number | null;
  readonly isNow: boolean;
  readonly isBreaking: boolean;
  readonly words: string;
}
