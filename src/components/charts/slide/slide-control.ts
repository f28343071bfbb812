/** A slider in the units of its axis. */
export interface SlideControl {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** The value and its forecast, in words. */
  readonly valueText: string;
  /** Called with the position of the finger. The value taken comes back as `value`, and may differ. */
  readonly onmove: (value: number) => void;
}
