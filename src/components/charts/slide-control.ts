/** A slider in the units of its axis. */
export interface SlideControl {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** What stands there in words, and what it brings. */
  readonly valueText: string;
  /** Told where the finger is; what is taken comes back as `value`, which may be another. */
  readonly onmove: (value: number) => void;
}
