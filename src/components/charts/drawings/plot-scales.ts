/** Where the drawing put a value, in pixels. */
export interface PlotScales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}
