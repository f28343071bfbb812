/** A label below the drawing. */
export interface Tick {
  readonly at: number;
  readonly text: string;
  /** Where the text lies: it begins there, or has its middle or its end there. */
  readonly anchor: 'start' | 'middle' | 'end';
}
