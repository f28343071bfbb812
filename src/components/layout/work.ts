/** Something long that goes on while one moves around. */
export interface Work {
  readonly name: string;
  /** Where it can be followed and stopped. */
  readonly href: string;
  /** 0–1; null where nobody knows. */
  readonly fraction: number | null;
  /** How far it is, in words. */
  readonly words: string;
}
