/** What every chart says of itself. */
export interface FigureWords {
  /** The finding. */
  readonly title: string;
  readonly note?: string | undefined;
  /** What the drawing shows, for those who do not see it. */
  readonly summary: string;
}
