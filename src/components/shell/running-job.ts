/** Long work that continues while the seller visits other pages. */
export interface Work {
  readonly name: string;
  /** Address where it can be followed and stopped. */
  readonly href: string;
  /** Share that is done, 0–1; null: not known. */
  readonly fraction: number | null;
  /** Progress in words. */
  readonly words: string;
}
