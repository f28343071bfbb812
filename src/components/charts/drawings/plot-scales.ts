/** Positions of values in the drawing, in pixels. */
export interface PlotScales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}
