/** A label below the drawing. */
export interface Tick {
  readonly at: number;
  readonly text: string;
  /** The point of the text that lies at `at`: its start, middle or end. */
  readonly anchor: 'start' | 'middle' | 'end';
}
