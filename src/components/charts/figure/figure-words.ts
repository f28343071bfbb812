/** The texts of a chart. */
export interface FigureWords {
  /** The finding, shown as the heading. */
  readonly title: string;
  readonly note?: string | undefined;
  /** What the drawing shows, for readers who cannot see it. */
  readonly summary: string;
}
